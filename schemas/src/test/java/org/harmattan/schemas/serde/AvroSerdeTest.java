package org.harmattan.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

    private final InMemorySchemaIds ids = new InMemorySchemaIds();
    private final Topic<String, IntakeEntry> topic = TopicCatalogue.live().intake();
    private final Serde<IntakeEntry> serde = topic.valueSerde(ids);
    private final IntakeEntry entry = new IntakeEntry(new ClockProposal(Instant.parse("2026-11-24T06:00:00Z"), "one"));

    @Test
    void aRecordComesBackAsItWent() {
        byte[] bytes = serde.serializer().serialize(topic.name(), entry);
        assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(entry);
    }

    @Test
    void theHeaderIsAZeroByteAndTheSchemasId() {
        ByteBuffer bytes = ByteBuffer.wrap(serde.serializer().serialize(topic.name(), entry));
        assertThat(bytes.get()).isZero();
        assertThat(ids.schemaOf(bytes.getInt())).isEqualTo(IntakeEntry.getClassSchema());
    }

    @Test
    void bytesThatAreNoRecordAreNamedWithoutBeingShown() {
        byte[] secret = "the patrol leaves Sévaré at dawn".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> serde.deserializer().deserialize(topic.name(), secret))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining(topic.name())
                .hasMessageNotContaining("patrol")
                .hasNoCause();
    }

    @Test
    void aRecordCutInTheMiddleIsUnreadable() {
        byte[] whole = serde.serializer().serialize(topic.name(), entry);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2);
        assertThatThrownBy(() -> serde.deserializer().deserialize(topic.name(), cut))
                .isInstanceOf(UnreadableRecord.class)
                .hasNoCause();
    }

    @Test
    void aSymbolFromTheFutureIsReadAsUnknown() {
        Schema future = new Schema.Parser()
                .parse(org.harmattan.schemas.source.Source.getClassSchema()
                        .toString()
                        .replace("\"AMBER_STRICT\",\"RED\"]", "\"AMBER_STRICT\",\"RED\",\"VIOLET\"]"));
        var record = new org.apache.avro.generic.GenericRecordBuilder(future)
                .set("sourceId", "local")
                .set("name", "Local")
                .set("reliability", symbol(future, "reliability", "B"))
                .set("origin", "local")
                .set("keyDigest", null)
                .set("previousKeyDigest", null)
                .set("previousKeyUntil", null)
                .set("highestTlp", symbol(future, "highestTlp", "VIOLET"))
                .set("state", symbol(future, "state", "ACTIVE"))
                .set("updatedAt", 0L)
                .build();
        var sources = TopicCatalogue.live().sources();
        byte[] bytes = confluent(ids.idOf("other", future), record, future);
        var read = sources.valueSerde(ids).deserializer().deserialize(sources.name(), bytes);
        assertThat(read.getHighestTlp()).isEqualTo(org.harmattan.schemas.audience.Tlp.UNKNOWN);
    }

    private static Object symbol(Schema record, String field, String symbol) {
        return new org.apache.avro.generic.GenericData.EnumSymbol(
                record.getField(field).schema(), symbol);
    }

    private static byte[] confluent(int id, org.apache.avro.generic.GenericRecord record, Schema schema) {
        var out = new java.io.ByteArrayOutputStream();
        out.write(0);
        out.writeBytes(ByteBuffer.allocate(4).putInt(id).array());
        try {
            var encoder = org.apache.avro.io.EncoderFactory.get().directBinaryEncoder(out, null);
            new org.apache.avro.generic.GenericDatumWriter<>(schema).write(record, encoder);
            encoder.flush();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
