package org.harmattan.topology;

import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueStore;
import org.harmattan.ledger.KnownReport;
import org.harmattan.ledger.Memory;
import org.harmattan.ledger.Position;

/** The sequencer's memory in the stores of its task; what is put becomes known in the transaction of the entry behind it. */
final class StoredMemory implements Memory {

    private static final String HERE = "position";

    private final KeyValueStore<String, Position> positions;
    private final KeyValueStore<String, KnownReport> reports;
    private final KeyValueStore<String, Long> commands;

    StoredMemory(
            KeyValueStore<String, Position> positions,
            KeyValueStore<String, KnownReport> reports,
            KeyValueStore<String, Long> commands) {
        this.positions = positions;
        this.reports = reports;
        this.commands = commands;
    }

    @Override
    public Position position() {
        return Optional.ofNullable(positions.get(HERE)).orElse(Position.EMPTY);
    }

    @Override
    public Optional<KnownReport> report(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    @Override
    public OptionalLong command(String commandId) {
        return Optional.ofNullable(commands.get(commandId))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public void put(Position position) {
        positions.put(HERE, position);
    }

    @Override
    public void put(String reportId, KnownReport report) {
        reports.put(reportId, report);
    }

    @Override
    public void put(String commandId, long seq) {
        commands.put(commandId, seq);
    }
}
