package org.harmattan.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.harmattan.alert.AlertLifeCycle;
import org.harmattan.alert.Decision;
import org.harmattan.alert.Evidence;
import org.harmattan.incident.NameBasedUuid;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.ledger.Genesis;
import org.harmattan.schemas.ledger.LaneKind;
import org.jspecify.annotations.Nullable;

/** Makes events of alerts and keeps the newest one of each alert. */
final class AlertTelling {

    private AlertTelling() {}

    /** Tells what was decided of a rule in a region. */
    static void tell(ViewState state, Emitter emitter, AlertStep step, Decision.Told told) {
        AlertEvent event = emitter.emit(
                Output.Kind.ALERT, state.ground.code(step.region()), cause -> event(state, emitter, step, told, cause));
        keep(state, step.region(), step.rule().getRuleId(), told, event);
    }

    /** Tells that an alert ended because its rule is gone. */
    static void tellRuleRemoved(ViewState state, Emitter emitter, int region, AlertEvent last, Decision.Told told) {
        AlertEvent event = emitter.emit(
                Output.Kind.ALERT,
                last.getRegion(),
                cause -> again(last, told.change(), told.reason(), told.level(), emitter.at(), null, cause));
        keep(state, region, last.getRuleId(), told, event);
    }

    /** Tells what a person did; nothing else changes. */
    static AlertEvent tellCommand(Emitter emitter, AlertEvent last, AlertChange change, String commandId) {
        return emitter.emit(
                Output.Kind.ALERT,
                last.getRegion(),
                cause -> again(last, change, AlertReason.BY_COMMAND, last.getLevel(), emitter.at(), commandId, cause));
    }

    private static void keep(ViewState state, int region, String ruleId, Decision.Told told, AlertEvent event) {
        boolean isOpen = event.getState() == AlertState.OPEN;
        state.watch(region, ruleId, new WatchState(told.next(), isOpen ? Optional.of(event) : Optional.empty()));
        if (!isOpen) {
            state.ended(event.getAlertId(), event);
        }
    }

    private static AlertEvent event(ViewState state, Emitter emitter, AlertStep step, Decision.Told told, Cause cause) {
        Rule rule = step.rule();
        Optional<AlertEvent> last = step.before().last();
        Level level = told.level();
        LevelThreshold threshold = AlertLifeCycle.inForce(rule, level == Level.NONE ? told.previousLevel() : level);
        List<Evidence> evidence = step.facts().evidence();
        String region = state.ground.code(step.region());
        return new AlertEvent(
                last.map(AlertEvent::getAlertId).orElseGet(() -> alertId(state, rule, region, cause)),
                last.map(AlertEvent::getName).orElseGet(() -> name(rule, region, emitter.at())),
                last.map(AlertEvent::getVersion).orElse(0) + 1,
                told.change(),
                told.reason(),
                level == Level.NONE ? AlertState.ENDED : AlertState.OPEN,
                state.ground.theatre(),
                region,
                state.ground.countryCode(step.region()),
                state.audience,
                Labels.of(state.audience),
                laneKind(state) == LaneKind.EXERCISE,
                rule.getRuleId(),
                rule.getMetric(),
                level,
                told.previousLevel(),
                AlertLifeCycle.uncapped(rule, step.facts().value()),
                step.facts().value(),
                threshold.getThreshold(),
                threshold.getClearBelow(),
                rule.getClearHoldSeconds(),
                step.facts().sources(),
                step.judgement().figures().orElse(null),
                step.judgement().reasons(),
                evidence.stream()
                        .limit(AlertLifeCycle.MOST_NAMED)
                        .map(Evidence::incidentId)
                        .toList(),
                told.corrected().stream().limit(AlertLifeCycle.MOST_NAMED).toList(),
                evidence.stream().mapToLong(Evidence::weightMicro).sum(),
                last.map(AlertEvent::getRaisedAt).orElse(emitter.at()),
                emitter.at(),
                null,
                cause);
    }

    /** An event that repeats what the last one said, but for what happened. */
    private static AlertEvent again(
            AlertEvent last,
            AlertChange change,
            AlertReason reason,
            Level level,
            Instant at,
            @Nullable String commandId,
            Cause cause) {
        boolean ends = level == Level.NONE;
        return new AlertEvent(
                last.getAlertId(),
                last.getName(),
                last.getVersion() + 1,
                change,
                reason,
                ends ? AlertState.ENDED : last.getState(),
                last.getTheatre(),
                last.getRegion(),
                last.getCountry(),
                last.getAudience(),
                last.getTlp(),
                last.getExercise(),
                last.getRuleId(),
                last.getMetric(),
                level,
                last.getLevel(),
                last.getUncappedLevel(),
                last.getValue(),
                last.getThreshold(),
                last.getClearBelow(),
                last.getClearHoldSeconds(),
                last.getSources(),
                last.getFigures(),
                last.getReasons(),
                last.getEvidence(),
                List.of(),
                last.getEvidenceWeightMicro(),
                last.getRaisedAt(),
                at,
                commandId,
                cause);
    }

    /** The same crossing is the same alert at every replay. */
    private static String alertId(ViewState state, Rule rule, String region, Cause cause) {
        return NameBasedUuid.of(
                "alert",
                laneKind(state).name(),
                state.ground.theatre(),
                state.audience.name(),
                rule.getRuleId(),
                region,
                Long.toString(cause.getSeq()));
    }

    /** A name to speak, such as {@code ML-5/escalation/2026-11-24}. */
    private static String name(Rule rule, String region, Instant at) {
        return region + "/" + spoken(rule.getMetric()) + "/" + at.toString().substring(0, 10);
    }

    private static String spoken(Metric metric) {
        return switch (metric) {
            case ESCALATION -> "escalation";
            case SPILL_OVER -> "spillover";
            case ATTACK_PROBABILITY -> "attackProbability";
            case EXPECTED_INCIDENTS -> "expectedIncidents";
            case SILENCE, UNKNOWN -> metric.name().toLowerCase(Locale.ROOT);
        };
    }

    private static LaneKind laneKind(ViewState state) {
        return state.law.genesis().map(Genesis::getLaneKind).orElse(LaneKind.UNKNOWN);
    }
}
