package org.harmattan.ledger;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A memory in the heap: for folds in process and for what has to be collected before it is written. */
public final class HeapMemory implements Memory {

    private Position position;
    private final Map<String, KnownReport> reports = new HashMap<>();
    private final Map<String, Long> commands = new HashMap<>();

    /** A memory that stands at {@code position} and knows nothing else yet. */
    public HeapMemory(Position position) {
        this.position = position;
    }

    /** The memory of a ledger without entries. */
    public HeapMemory() {
        this(Position.EMPTY);
    }

    @Override
    public Position position() {
        return position;
    }

    @Override
    public Optional<KnownReport> report(String reportId) {
        return Optional.ofNullable(reports.get(reportId));
    }

    @Override
    public OptionalLong command(String commandId) {
        Long seq = commands.get(commandId);
        return seq == null ? OptionalLong.empty() : OptionalLong.of(seq);
    }

    @Override
    public void put(Position newPosition) {
        position = newPosition;
    }

    @Override
    public void put(String reportId, KnownReport report) {
        reports.put(reportId, report);
    }

    @Override
    public void put(String commandId, long seq) {
        commands.put(commandId, seq);
    }

    /** All reports put, by id. */
    public Map<String, KnownReport> reports() {
        return Collections.unmodifiableMap(reports);
    }

    /** All commands put: id and number of the entry. */
    public Map<String, Long> commands() {
        return Collections.unmodifiableMap(commands);
    }

    /** Writes everything into another memory, the position last. */
    public void copyTo(Memory other) {
        reports.forEach(other::put);
        commands.forEach(other::put);
        other.put(position);
    }
}
