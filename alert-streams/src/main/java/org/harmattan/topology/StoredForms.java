package org.harmattan.topology;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.harmattan.ledger.KnownReport;
import org.harmattan.ledger.Position;
import org.harmattan.schemas.report.ReportAction;
import org.harmattan.schemas.report.ReportKind;

/**
 * How values lie in the stores of route and sequence: a version byte, then the fields in the order of their record, in
 * {@link DataOutputStream}'s forms, enums by name. A later version reads the earlier ones; the version says which.
 */
final class StoredForms {

    private static final byte VERSION = 1;

    private StoredForms() {}

    static Serde<RoutedReport> routedReports() {
        return serde(
                (report, out) -> {
                    out.writeUTF(report.kind().name());
                    out.writeUTF(report.source());
                    out.writeLong(report.revision());
                    out.writeShort(report.theatres().size());
                    for (String theatre : report.theatres()) {
                        out.writeUTF(theatre);
                    }
                    out.writeUTF(report.answering());
                },
                in -> {
                    ReportKind kind = ReportKind.valueOf(in.readUTF());
                    String source = in.readUTF();
                    long revision = in.readLong();
                    int count = in.readShort();
                    List<String> theatres = new ArrayList<>(count);
                    for (int i = 0; i < count; i++) {
                        theatres.add(in.readUTF());
                    }
                    return new RoutedReport(kind, source, revision, theatres, in.readUTF());
                });
    }

    static Serde<KnownReport> knownReports() {
        return serde(
                (report, out) -> {
                    out.writeUTF(report.kind().name());
                    out.writeUTF(report.source());
                    out.writeLong(report.revision());
                    out.writeUTF(report.action().name());
                    out.writeUTF(report.contentDigest());
                    out.writeLong(report.seq());
                    out.writeBoolean(report.openDay().isPresent());
                    out.writeLong(report.openDay().orElse(0));
                },
                in -> new KnownReport(
                        ReportKind.valueOf(in.readUTF()),
                        in.readUTF(),
                        in.readLong(),
                        ReportAction.valueOf(in.readUTF()),
                        in.readUTF(),
                        in.readLong(),
                        openDay(in)));
    }

    static Serde<Position> positions() {
        return serde(
                (position, out) -> {
                    out.writeLong(position.seq());
                    out.writeLong(position.openSeq());
                    out.writeLong(position.at().toEpochMilli());
                    out.writeLong(position.lastTick().toEpochMilli());
                    out.writeLong(position.ticks());
                    out.writeInt(position.coreVersion());
                    out.writeUTF(position.catalogueDigest());
                },
                in -> new Position(
                        in.readLong(),
                        in.readLong(),
                        Instant.ofEpochMilli(in.readLong()),
                        Instant.ofEpochMilli(in.readLong()),
                        in.readLong(),
                        in.readInt(),
                        in.readUTF()));
    }

    private static OptionalLong openDay(DataInputStream in) throws IOException {
        boolean present = in.readBoolean();
        long day = in.readLong();
        return present ? OptionalLong.of(day) : OptionalLong.empty();
    }

    private interface Writer<V> {
        void write(V value, DataOutputStream out) throws IOException;
    }

    private interface Reader<V> {
        V read(DataInputStream in) throws IOException;
    }

    @SuppressWarnings("NullAway") // Kafka passes a deleted value as null and wants null back
    private static <V> Serde<V> serde(Writer<V> writer, Reader<V> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(writer, value),
                (topic, bytes) -> bytes == null ? null : read(reader, topic, bytes));
    }

    private static <V> byte[] write(Writer<V> writer, V value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writer.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <V> V read(Reader<V> reader, String topic, byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException(
                        topic + ": a value of version " + version + ", this build reads version " + VERSION);
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(topic + ": a value that this build cannot read", e);
        }
    }
}
