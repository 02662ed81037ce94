package org.harmattan.replay;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.harmattan.replay.Verification.Different;
import org.harmattan.replay.Verification.Kind;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.serde.CanonicalBody;

/** Compares one topic's records with what the fold says, one after the other. */
final class Comparison {

    private final String topic;
    private final Audience audience;
    private final PublishedLog log;
    /** True until the first record that is still there was reached, on a topic whose oldest are gone. */
    private boolean seeking;

    Comparison(String topic, Audience audience, PublishedLog log) {
        this.topic = topic;
        this.audience = audience;
        this.log = log;
        seeking = log.isCut();
    }

    /** Looks for the next record that the fold says; empty when it is there, or is older than what the topic keeps. */
    Optional<Different> next(Published expected, long entries) {
        Optional<Published> found = log.await();
        if (found.isEmpty()) {
            return Optional.of(different(expected, entries, Kind.MISSING, "the topic ends before it"));
        }
        Published published = found.get();
        if (seeking && expected.isBefore(published)) {
            return Optional.empty();
        }
        seeking = false;
        if (published.isBefore(expected)) {
            return Optional.of(different(published, entries, Kind.UNEXPECTED, "the ledger does not say it"));
        }
        if (expected.isBefore(published)) {
            return Optional.of(different(expected, entries, Kind.MISSING, "the topic goes on without it"));
        }
        log.advance();
        return compare(expected, published, entries);
    }

    /** Looks whether the topic holds more than the fold says of the entries up to {@code lastSeq}. */
    Optional<Different> rest(long lastSeq, long entries) {
        return log.peek()
                .filter(published -> published.cause().getSeq() <= lastSeq)
                .map(published -> different(published, entries, Kind.UNEXPECTED, "the ledger does not say it"));
    }

    private Optional<Different> compare(Published expected, Published published, long entries) {
        if (!expected.key().equals(published.key())) {
            return Optional.of(different(expected, entries, Kind.KEY, "it lies under another key"));
        }
        if (expected.timestampMillis() != published.timestampMillis()) {
            return Optional.of(different(expected, entries, Kind.TIMESTAMP, "it has another timestamp"));
        }
        if (!Arrays.equals(CanonicalBody.of(expected.value()), CanonicalBody.of(published.value()))) {
            return Optional.of(different(
                    expected, entries, Kind.VALUE, "field " + differentField(expected.value(), published.value())));
        }
        return Optional.empty();
    }

    private static String differentField(SpecificRecord expected, SpecificRecord published) {
        for (Schema.Field field : expected.getSchema().getFields()) {
            Object one = expected.get(field.pos());
            Object other = published.get(field.pos());
            if (one == null ? other != null : !one.equals(other)) {
                return field.name() + " differs";
            }
        }
        return "values differ in their form only";
    }

    private Different different(Published where, long entries, Kind kind, String detail) {
        Cause cause = where.cause();
        return new Different(entries, topic, audience, cause.getSeq(), cause.getOrdinal(), where.key(), kind, detail);
    }
}
