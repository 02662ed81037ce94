package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.harmattan.console.view.ScoreView.CauseView;
import org.harmattan.console.view.ScoreView.FiguresView;
import org.harmattan.console.view.ScoreView.ReasonView;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Explanation;
import org.harmattan.explanation.Language;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.command.Level;
import org.jspecify.annotations.Nullable;

/**
 * The newest event of an alert, which tells all of it. Names, units and ranges are those of {@code AlertEvent} on the topic.
 *
 * @param acknowledgedAt when somebody took it on since it was last raised or escalated
 * @param tlp the label as the Traffic Light Protocol writes it
 * @param en the same in English sentences
 * @param fr the same in French sentences
 * @param notes what people said of it, oldest first
 */
@Serdeable
public record AlertView(
        String alertId,
        String name,
        int version,
        String change,
        String reason,
        String state,
        String theatre,
        String region,
        String country,
        String audience,
        String tlp,
        boolean exercise,
        String ruleId,
        String metric,
        String level,
        String previousLevel,
        String uncappedLevel,
        int value,
        int threshold,
        int clearBelow,
        long clearHoldSeconds,
        int sources,
        @Nullable FiguresView figures,
        List<ReasonView> reasons,
        List<String> evidence,
        List<String> corrected,
        long evidenceWeightMicro,
        Instant raisedAt,
        Instant at,
        @Nullable String commandId,
        CauseView cause,
        @Nullable Instant acknowledgedAt,
        Words en,
        Words fr,
        List<NoteView> notes) {

    /** What the alert says in one language; see the explanation it is made of. */
    @Serdeable
    public record Words(
            String level,
            String headline,
            List<String> change,
            List<String> why,
            List<String> confidence,
            List<String> clearing,
            List<String> meaning,
            String tlpLine) {

        static Words of(Explainer explainer, AlertEvent event, Language language) {
            Explanation said = explainer.explain(event, language);
            Level level = event.getLevel() == Level.NONE ? event.getPreviousLevel() : event.getLevel();
            return new Words(
                    explainer.level(level, language),
                    said.headline(),
                    said.change(),
                    said.why(),
                    said.confidence(),
                    said.clearing(),
                    said.meaning(),
                    said.tlpLine());
        }
    }

    /**
     * What a person said of an alert, or whom they named.
     *
     * @param kind ACKNOWLEDGEMENT, ASSIGNMENT or COMMENT
     * @param role role of who wrote it
     */
    @Serdeable
    public record NoteView(String commandId, String kind, String words, String role, Instant writtenAt) {}

    static AlertView of(Explainer explainer, AlertEvent event, @Nullable Instant acknowledgedAt, List<NoteView> notes) {
        return new AlertView(
                event.getAlertId(),
                event.getName(),
                event.getVersion(),
                event.getChange().name(),
                event.getReason().name(),
                event.getState().name(),
                event.getTheatre(),
                event.getRegion(),
                event.getCountry(),
                event.getAudience().name(),
                Explainer.label(event.getTlp()),
                event.getExercise(),
                event.getRuleId(),
                event.getMetric().name(),
                event.getLevel().name(),
                event.getPreviousLevel().name(),
                event.getUncappedLevel().name(),
                event.getValue(),
                event.getThreshold(),
                event.getClearBelow(),
                event.getClearHoldSeconds(),
                event.getSources(),
                FiguresView.of(event.getFigures()),
                event.getReasons().stream().map(ReasonView::of).toList(),
                List.copyOf(event.getEvidence()),
                List.copyOf(event.getCorrected()),
                event.getEvidenceWeightMicro(),
                event.getRaisedAt(),
                event.getAt(),
                event.getCommandId(),
                CauseView.of(event.getCause()),
                acknowledgedAt,
                Words.of(explainer, event, Language.EN),
                Words.of(explainer, event, Language.FR),
                List.copyOf(notes));
    }
}
