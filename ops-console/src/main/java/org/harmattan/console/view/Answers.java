package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.harmattan.explanation.ScoreExplanation;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * The answers of the API. Each names the one audience it is for, and the highest TLP that may be in it.
 */
public final class Answers {

    private Answers() {}

    /** The highest TLP of an audience's view, as the Traffic Light Protocol writes it. */
    public static String tlpOf(Audience audience) {
        return switch (audience) {
            case OPEN -> "TLP:GREEN";
            case RESTRICTED, UNKNOWN -> "TLP:AMBER";
        };
    }

    /** All regions of the catalogue. */
    @Serdeable
    public record Regions(
            String audience, String tlp, String catalogue, String catalogueDigest, List<RegionView> regions) {}

    /** Scores of all regions that have one; {@code at} is null when they are the newest. */
    @Serdeable
    public record Scores(
            String audience, String tlp, @Nullable Instant at, List<PulseView> pulses, List<ScoreView> scores) {}

    /** Alerts. */
    @Serdeable
    public record Alerts(String audience, String tlp, List<AlertView> alerts) {}

    /** An alert and every event of its life, in order. */
    @Serdeable
    public record AlertLife(String audience, String tlp, AlertView alert, List<AlertView> events) {}

    /** Incidents that stand, newest first. */
    @Serdeable
    public record Incidents(String audience, String tlp, List<IncidentView> incidents) {}

    /** A report. */
    @Serdeable
    public record Report(String audience, String tlp, ReportView report) {}

    /** One region with all that is known of it; {@code shown} are reports beside the score that move no number. */
    @Serdeable
    public record RegionDetail(
            String audience,
            String tlp,
            RegionView region,
            @Nullable ScoreView score,
            @Nullable Sentences en,
            @Nullable Sentences fr,
            List<HistoryPoint> history,
            List<ScoreView> neighbourScores,
            List<AlertView> alerts,
            List<IncidentView> incidents,
            List<ReportView> shown) {}

    /** A score in words. */
    @Serdeable
    public record Sentences(String summary, List<String> detail) {

        public static Sentences of(ScoreExplanation explanation) {
            return new Sentences(explanation.summary(), explanation.detail());
        }
    }

    /** The escalation score at the end of a day, tenths. */
    @Serdeable
    public record HistoryPoint(Instant asOf, int escalationTenths) {}

    /** A command is on its topic; what becomes of it is told on the receipts topic and, if it is done, by the alert. */
    @Serdeable
    public record CommandTaken(String commandId, String alertId, String topic, int partition, long offset) {}
}
