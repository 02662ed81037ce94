package org.harmattan.console.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;

/**
 * The order in which things were written, one audience at a time. Outputs of one ledger entry lie on several topics and
 * may be read in any order, so a cause alone does not say what a reader has seen: its position does.
 */
@Singleton
public final class FeedLog {

    private static final String COLUMNS = "position, theatre, seq, ordinal, kind, key, version";

    private final Sql sql;

    public FeedLog(Sql sql) {
        this.sql = sql;
    }

    /** The position of what had this cause; empty when it is too long ago or never was. */
    public OptionalLong positionOf(Audience audience, String theatre, long seq, int ordinal) {
        return sql
                .list(
                        "select position from read.feed_entry"
                                + " where audience = ? and theatre = ? and seq = ? and ordinal = ?",
                        row -> row.getLong(1),
                        audience.name(),
                        theatre,
                        seq,
                        ordinal)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The newest position of the audience, 0 when it has none. */
    public long newest(Audience audience) {
        return sql.list(
                        "select coalesce(max(position), 0) from read.feed_entry where audience = ?",
                        row -> row.getLong(1),
                        audience.name())
                .get(0);
    }

    /**
     * What came after a position: every event of an alert, and of each region and theatre only the newest score and pulse.
     */
    public List<FeedEntry> after(Audience audience, long position) {
        Map<String, FeedEntry> newest = new LinkedHashMap<>();
        for (FeedEntry entry : sql.list(
                "select " + COLUMNS + " from read.feed_entry where audience = ? and position > ? order by position",
                FeedLog::entry,
                audience.name(),
                position)) {
            String identity = entry.kind() + " " + entry.key() + " " + entry.version();
            newest.remove(identity);
            newest.put(identity, entry);
        }
        return List.copyOf(newest.values());
    }

    /** Drops all but the newest entries of an audience. */
    public void prune(Audience audience, int kept) {
        sql.inTransaction(connection -> Sql.update(
                connection,
                "delete from read.feed_entry where audience = ? and position <= ("
                        + "select position from read.feed_entry where audience = ?"
                        + " order by position desc offset ? limit 1)",
                audience.name(),
                audience.name(),
                kept));
    }

    /** Appends what was read, a batch in the order of causes, and tells the positions. */
    static List<FeedEntry> append(Connection connection, String audience, Outputs outputs) throws SQLException {
        List<FeedEntry> entries = new ArrayList<>();
        Map<String, RegionScore> scores = new LinkedHashMap<>();
        outputs.scores().forEach(score -> scores.put(score.value().getRegion(), score.value()));
        for (RegionScore score : scores.values()) {
            entries.add(unplaced(score.getTheatre(), score.getCause(), FeedEntry.Kind.SCORE, score.getRegion(), 0));
        }
        for (Recorded<AlertEvent> alert : outputs.alerts()) {
            AlertEvent event = alert.value();
            entries.add(unplaced(
                    event.getTheatre(),
                    event.getCause(),
                    FeedEntry.Kind.ALERT,
                    event.getAlertId(),
                    event.getVersion()));
        }
        Map<String, Pulse> pulses = new LinkedHashMap<>();
        outputs.pulses().forEach(pulse -> pulses.put(pulse.value().getTheatre(), pulse.value()));
        for (Pulse pulse : pulses.values()) {
            entries.add(unplaced(pulse.getTheatre(), pulse.getCause(), FeedEntry.Kind.PULSE, pulse.getTheatre(), 0));
        }
        entries.sort(Comparator.comparing(FeedEntry::theatre)
                .thenComparing(FeedEntry::seq)
                .thenComparing(FeedEntry::ordinal));
        return placed(connection, audience, entries);
    }

    private static FeedEntry unplaced(String theatre, Cause cause, FeedEntry.Kind kind, String key, int version) {
        return new FeedEntry(0, theatre, cause.getSeq(), cause.getOrdinal(), kind, key, version);
    }

    private static List<FeedEntry> placed(Connection connection, String audience, List<FeedEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<FeedEntry> placed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into read.feed_entry (audience, theatre, seq, ordinal, kind, key, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                new String[] {"position"})) {
            for (FeedEntry entry : entries) {
                statement.setString(1, audience);
                statement.setString(2, entry.theatre());
                statement.setLong(3, entry.seq());
                statement.setInt(4, entry.ordinal());
                statement.setString(5, entry.kind().name());
                statement.setString(6, entry.key());
                statement.setInt(7, entry.version());
                statement.addBatch();
            }
            statement.executeBatch();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                for (FeedEntry entry : entries) {
                    keys.next();
                    placed.add(new FeedEntry(
                            keys.getLong(1),
                            entry.theatre(),
                            entry.seq(),
                            entry.ordinal(),
                            entry.kind(),
                            entry.key(),
                            entry.version()));
                }
            }
        }
        return placed;
    }

    private static FeedEntry entry(ResultSet row) throws SQLException {
        return new FeedEntry(
                row.getLong("position"),
                row.getString("theatre"),
                row.getLong("seq"),
                row.getInt("ordinal"),
                FeedEntry.Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getInt("version"));
    }

    /** Which making of the read model this is. */
    public String generation() {
        return sql.list("select id::text from read.generation", row -> row.getString(1))
                .get(0);
    }
}
