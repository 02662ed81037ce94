package org.harmattan.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** A record's bytes in Avro's binary form with its own schema, without Confluent's header: what digests are over. */
public final class CanonicalBody {

    static {
        TrustedClasses.install();
    }

    private CanonicalBody() {}

    /** The bytes of a record. */
    public static byte[] of(SpecificRecord record) {
        Schema schema = record.getSchema();
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForSchema(schema)).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The record that {@link #of} wrote with the same schema. */
    public static <V extends SpecificRecord> V read(byte[] bytes, Class<V> type) {
        Schema schema = SpecificData.get().getSchema(type);
        try {
            return new SpecificDatumReader<V>(schema, schema, SpecificData.getForSchema(schema))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
