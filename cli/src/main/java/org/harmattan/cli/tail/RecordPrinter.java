package org.harmattan.cli.tail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.harmattan.schemas.topic.Topic;

/** Makes one line of a record. What cannot be read is said to be so, and its bytes are not shown. */
final class RecordPrinter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Topic<?, ?> topic;
    private final Deserializer<?> values;
    private final boolean json;

    RecordPrinter(Topic<?, ?> topic, Deserializer<?> values, boolean json) {
        this.topic = topic;
        this.values = values;
        this.json = json;
    }

    String line(ConsumerRecord<String, byte[]> record) {
        byte[] bytes = record.value();
        String instant = Instant.ofEpochMilli(record.timestamp()).toString();
        if (bytes == null) {
            return json ? written(envelope(record).putNull("value")) : instant + "  " + record.key() + "  (deleted)";
        }
        try {
            if (values.deserialize(topic.name(), bytes) instanceof SpecificRecord value) {
                return json
                        ? written(envelope(record).set("value", PlainJson.of(value)))
                        : OneLine.of(record.key(), instant, value);
            }
            return raw(record, instant, bytes.length + " bytes");
        } catch (UnreadableRecord e) {
            return raw(record, instant, String.valueOf(e.getMessage()));
        }
    }

    private String raw(ConsumerRecord<String, byte[]> record, String instant, String what) {
        if (json) {
            ObjectNode line = envelope(record).put("unread", what);
            ObjectNode headers = line.putObject("headers");
            record.headers().forEach(header -> headers.put(header.key(), text(header)));
            return written(line);
        }
        StringBuilder line = new StringBuilder(instant).append("  ").append(what);
        record.headers()
                .forEach(header ->
                        line.append("  ").append(header.key()).append('=').append(text(header)));
        return line.toString();
    }

    private static String text(Header header) {
        return header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private ObjectNode envelope(ConsumerRecord<String, byte[]> record) {
        return JSON.createObjectNode()
                .put("topic", topic.name())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString())
                .put("key", record.key());
    }

    private static String written(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON can be written", e);
        }
    }
}
