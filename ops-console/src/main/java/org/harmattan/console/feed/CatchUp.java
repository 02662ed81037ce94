package org.harmattan.console.feed;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.FeedEntry;
import org.harmattan.console.store.FeedLog;
import org.harmattan.console.view.Answers;
import org.harmattan.console.view.PulseView;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;

/** What a reader missed, from the database. */
@Singleton
final class CatchUp {

    private final FeedLog log;
    private final Assessments assessments;
    private final FeedWriter writer;
    private final Clock clock = Clock.systemUTC();

    CatchUp(FeedLog log, Assessments assessments, FeedWriter writer) {
        this.log = log;
        this.assessments = assessments;
        this.writer = writer;
    }

    /**
     * The first event of every connection. It has no id, so it does not move a reader's place.
     *
     * @param generation which making of the read model this is: with another one than before, load everything again
     * @param resumed whether the stream goes on exactly where the reader left; if not, load everything again
     * @param pulses the newest sign of life of each theatre
     */
    @Serdeable
    record Hello(String audience, String tlp, String generation, boolean resumed, List<PulseView> pulses) {}

    /**
     * What a connection begins with.
     *
     * @param hello its first event, JSON
     * @param missed what the reader missed, in order
     * @param position up to where that reaches
     */
    record Beginning(String hello, List<Told> missed, long position) {}

    Beginning begin(Audience audience, Optional<FeedPosition> last) {
        OptionalLong left = last.map(seen -> log.positionOf(audience, seen.theatre(), seen.seq(), seen.ordinal()))
                .orElse(OptionalLong.empty());
        long newest = log.newest(audience);
        List<Told> missed = left.isPresent() ? missed(audience, left.getAsLong()) : List.of();
        long reached = Math.max(
                newest, missed.isEmpty() ? 0 : missed.get(missed.size() - 1).position());
        return new Beginning(hello(audience, left.isPresent()), missed, reached);
    }

    private String hello(Audience audience, boolean resumed) {
        List<PulseView> pulses = assessments.pulses(audience).stream()
                .map(pulse -> PulseView.of(pulse, clock.instant()))
                .toList();
        return writer.write(new Hello(audience.name(), Answers.tlpOf(audience), log.generation(), resumed, pulses));
    }

    private List<Told> missed(Audience audience, long position) {
        List<FeedEntry> entries = log.after(audience, position);
        Map<String, RegionScore> scores = new HashMap<>();
        assessments.scores(audience).forEach(score -> scores.put(score.getRegion(), score));
        Map<String, Pulse> pulses = new HashMap<>();
        assessments.pulses(audience).forEach(pulse -> pulses.put(pulse.getTheatre(), pulse));
        List<Told> told = new ArrayList<>();
        for (FeedEntry entry : entries) {
            Optional<Told> one = switch (entry.kind()) {
                case SCORE -> writer.score(entry, scores.get(entry.key()));
                case ALERT ->
                    writer.alert(
                            entry,
                            assessments
                                    .alertEvent(audience, entry.key(), entry.version())
                                    .orElse(null));
                case PULSE -> writer.pulse(entry, pulses.get(entry.key()));
            };
            one.ifPresent(told::add);
        }
        return told;
    }
}
