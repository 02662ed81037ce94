package org.harmattan.replay;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.harmattan.assessment.Assessment;
import org.harmattan.assessment.Output;
import org.harmattan.geography.Catalogue;
import org.harmattan.replay.Verification.Different;
import org.harmattan.replay.Verification.Kind;
import org.harmattan.replay.Verification.Same;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.ledger.LedgerEntry;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Folds a ledger entry by entry and holds each output against what was published. Stops at the first difference. */
final class Refold {

    private final TopicCatalogue topics;
    private final Assessment assessment;
    private final Map<Audience, Map<Output.Kind, Comparison>> comparisons = new EnumMap<>(Audience.class);
    private long seq;
    private long openSeq;
    private long outputs;
    private Instant at = Instant.EPOCH;

    Refold(
            TopicCatalogue topics,
            Catalogue catalogue,
            String theatre,
            BiFunction<Output.Kind, Audience, PublishedLog> logs) {
        this.topics = topics;
        assessment = Assessment.start(catalogue, theatre);
        for (Audience audience : OutputTopics.AUDIENCES) {
            Map<Output.Kind, Comparison> ofAudience = new EnumMap<>(Output.Kind.class);
            for (Output.Kind kind : Output.Kind.values()) {
                String name = OutputTopics.of(topics, kind, audience).name();
                ofAudience.put(kind, new Comparison(name, audience, logs.apply(kind, audience)));
            }
            comparisons.put(audience, ofAudience);
        }
    }

    /**
     * Folds the next entry.
     *
     * @throws org.harmattan.assessment.LedgerNotFoldable if the entry needs a core or a catalogue that this build does not have
     */
    Optional<Different> fold(LedgerEntry entry) {
        Optional<Different> broken = checkNumbers(entry);
        if (broken.isPresent()) {
            return broken;
        }
        for (Output output : assessment.apply(entry)) {
            Published expected =
                    new Published(output.key(), output.value(), output.at().toEpochMilli());
            Optional<Different> different =
                    comparison(output.audience(), output.kind()).next(expected, seq);
            if (different.isPresent()) {
                return different;
            }
            outputs++;
        }
        return Optional.empty();
    }

    /** After the last entry: the topics must hold nothing more of what was folded. */
    Verification end() {
        for (Audience audience : OutputTopics.AUDIENCES) {
            long last = audience == Audience.OPEN ? openSeq : seq;
            for (Output.Kind kind : Output.Kind.values()) {
                Optional<Different> more = comparison(audience, kind).rest(last, seq);
                if (more.isPresent()) {
                    return more.get();
                }
            }
        }
        return new Same(
                seq, outputs, assessment.outputDigest(Audience.OPEN), assessment.outputDigest(Audience.RESTRICTED));
    }

    private Optional<Different> checkNumbers(LedgerEntry entry) {
        Long open = entry.getOpenSeq();
        boolean sound = entry.getSeq() == seq + 1
                && (open == null || open == openSeq + 1)
                && (open == null) == (entry.getVisibleTo() != Audience.OPEN)
                && !entry.getAt().isBefore(at);
        if (!sound) {
            return Optional.of(new Different(
                    seq,
                    topics.ledger().name(),
                    Audience.RESTRICTED,
                    entry.getSeq(),
                    0,
                    "",
                    Kind.LEDGER,
                    "it does not follow entry " + seq + " in its numbers or its time"));
        }
        seq = entry.getSeq();
        openSeq = open == null ? openSeq : open;
        at = entry.getAt();
        return Optional.empty();
    }

    private Comparison comparison(Audience audience, Output.Kind kind) {
        Map<Output.Kind, Comparison> ofAudience = comparisons.get(audience);
        Comparison comparison = ofAudience == null ? null : ofAudience.get(kind);
        if (comparison == null) {
            throw new IllegalArgumentException("there is no topic for " + kind + " and " + audience);
        }
        return comparison;
    }

    long entries() {
        return seq;
    }
}
