package org.harmattan.assessment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.alert.Evidence;
import org.harmattan.alert.LevelTimes;
import org.harmattan.alert.OpenAlert;
import org.harmattan.alert.Watch;
import org.harmattan.incident.Standing;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.command.ForecastParameters;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LedgerReport;
import org.harmattan.schemas.serde.CanonicalBody;
import org.jspecify.annotations.Nullable;

/**
 * How parts of the state become bytes and back. Records of the contracts are their canonical bodies after a length in 4
 * bytes (-1: there is none); all else is what {@link java.io.DataOutput} writes, in the order in which it is named.
 */
final class StoredParts {

    private static final Level[] LEVELS = {Level.ADVISORY, Level.WATCH, Level.WARNING, Level.EMERGENCY};

    private StoredParts() {}

    /** Writes a part. */
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    /** Reads a part. */
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How one report stands in each view: 0 alike in both, else 1 for open, 2 for restricted, 3 for both on their own. */
    static byte @Nullable [] report(Optional<Standing> open, Optional<Standing> restricted) {
        if (open.isEmpty() && restricted.isEmpty()) {
            return null;
        }
        boolean alike = open.equals(restricted);
        return bytes(out -> {
            out.writeByte(alike ? 0 : (open.isPresent() ? 1 : 0) + (restricted.isPresent() ? 2 : 0));
            if (open.isPresent()) {
                standing(out, open.get());
            }
            if (restricted.isPresent() && !alike) {
                standing(out, restricted.get());
            }
        });
    }

    /** A report as stored: how it stands in the open view, and in the restricted one. */
    record StoredReport(Optional<Standing> open, Optional<Standing> restricted) {}

    static StoredReport report(byte[] bytes) {
        return read(bytes, in -> {
            int mode = in.readByte();
            Optional<Standing> open = mode == 2 ? Optional.empty() : Optional.of(standing(in));
            if (mode == 0) {
                return new StoredReport(open, open);
            }
            return new StoredReport(open, mode == 1 ? Optional.empty() : Optional.of(standing(in)));
        });
    }

    private static void standing(DataOutputStream out, Standing standing) throws IOException {
        out.writeLong(standing.acceptedAt().toEpochMilli());
        record(out, standing.report());
    }

    private static Standing standing(DataInputStream in) throws IOException {
        Instant acceptedAt = Instant.ofEpochMilli(in.readLong());
        return Standing.of(record(in, LedgerReport.class).orElseThrow(), acceptedAt);
    }

    static byte[] law(Law law) {
        return bytes(out -> {
            record(out, law.genesis().orElse(null));
            record(out, law.parameters().orElse(null));
            out.writeInt(law.rules().size());
            for (Rule rule : law.rules().values()) {
                record(out, rule);
            }
        });
    }

    static Law law(byte[] bytes) {
        return read(bytes, in -> {
            Optional<Genesis> genesis = record(in, Genesis.class);
            Optional<ForecastParameters> parameters = record(in, ForecastParameters.class);
            Law law = genesis.map(Law.NONE::with).orElse(Law.NONE);
            law = parameters.isPresent() ? law.with(parameters.get()) : law;
            int rules = in.readInt();
            for (int i = 0; i < rules; i++) {
                law = law.with(record(in, Rule.class).orElseThrow());
            }
            return law;
        });
    }

    static byte[] watch(WatchState state) {
        return bytes(out -> {
            record(out, state.last().orElse(null));
            times(out, state.watch().crossed());
            times(out, state.watch().below());
            Optional<OpenAlert> open = state.watch().open();
            out.writeBoolean(open.isPresent());
            if (open.isPresent()) {
                out.writeUTF(open.get().level().name());
                evidence(out, open.get().raisedOn());
                evidence(out, open.get().named());
            }
        });
    }

    static WatchState watch(byte[] bytes) {
        return read(bytes, in -> {
            Optional<AlertEvent> last = record(in, AlertEvent.class);
            LevelTimes crossed = times(in);
            LevelTimes below = times(in);
            Optional<OpenAlert> open = in.readBoolean()
                    ? Optional.of(new OpenAlert(Level.valueOf(in.readUTF()), evidence(in), evidence(in)))
                    : Optional.empty();
            return new WatchState(new Watch(open, crossed, below), last);
        });
    }

    private static void times(DataOutputStream out, LevelTimes times) throws IOException {
        for (Level level : LEVELS) {
            out.writeLong(times.since(level));
        }
    }

    private static LevelTimes times(DataInputStream in) throws IOException {
        return LevelTimes.of(in.readLong(), in.readLong(), in.readLong(), in.readLong());
    }

    private static void evidence(DataOutputStream out, List<Evidence> list) throws IOException {
        out.writeInt(list.size());
        for (Evidence evidence : list) {
            out.writeUTF(evidence.incidentId());
            out.writeUTF(evidence.region());
            out.writeInt(evidence.weightMicro());
            out.writeInt(evidence.firstDay());
            out.writeInt(evidence.lastDay());
            Integer fatalities = evidence.fatalitiesBest();
            out.writeBoolean(fatalities != null);
            out.writeInt(fatalities == null ? 0 : fatalities);
        }
    }

    private static List<Evidence> evidence(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<Evidence> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String id = in.readUTF();
            String region = in.readUTF();
            int weight = in.readInt();
            int firstDay = in.readInt();
            int lastDay = in.readInt();
            boolean isKnown = in.readBoolean();
            int fatalities = in.readInt();
            list.add(new Evidence(id, region, weight, firstDay, lastDay, isKnown ? fatalities : null));
        }
        return list;
    }

    static byte[] importHold(Ground ground, ImportHold hold) {
        return bytes(out -> {
            out.writeUTF(hold.importId());
            out.writeLong(hold.lastRowAtMillis());
            regions(out, ground, hold.regions());
        });
    }

    static ImportHold importHold(Ground ground, byte[] bytes) {
        return read(bytes, in -> {
            String importId = in.readUTF();
            long lastRow = in.readLong();
            return new ImportHold(importId, regions(in, ground), lastRow);
        });
    }

    static void regions(DataOutputStream out, Ground ground, BitSet regions) throws IOException {
        out.writeInt(regions.cardinality());
        for (int region : regions.stream().toArray()) {
            out.writeUTF(ground.code(region));
        }
    }

    static BitSet regions(DataInputStream in, Ground ground) throws IOException {
        BitSet regions = new BitSet();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            regions.set(ground.regionOf(in.readUTF()));
        }
        return regions;
    }

    static void record(DataOutputStream out, @Nullable SpecificRecord record) throws IOException {
        if (record == null) {
            out.writeInt(-1);
            return;
        }
        byte[] body = CanonicalBody.of(record);
        out.writeInt(body.length);
        out.write(body);
    }

    static <V extends SpecificRecord> Optional<V> record(DataInputStream in, Class<V> type) throws IOException {
        int length = in.readInt();
        return length < 0 ? Optional.empty() : Optional.of(CanonicalBody.read(in.readNBytes(length), type));
    }
}
