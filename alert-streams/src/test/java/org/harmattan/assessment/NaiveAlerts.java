package org.harmattan.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.harmattan.alert.AlertLifeCycle;
import org.harmattan.alert.Decision;
import org.harmattan.alert.Evidence;
import org.harmattan.alert.RegionFacts;
import org.harmattan.alert.Watch;
import org.harmattan.geography.RegionCode;
import org.harmattan.incident.Incident;
import org.harmattan.incident.NameBasedUuid;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.assessment.Cause;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.BeginImport;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.command.EndImport;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.RemoveRule;
import org.harmattan.schemas.command.Rule;
import org.harmattan.schemas.command.SetParameters;
import org.harmattan.schemas.command.SetRule;
import org.harmattan.schemas.command.SetSilence;
import org.harmattan.schemas.ledger.LaneKind;

/** Alerts, rules and imports of the slow twin: which moments matter is looked for anew at each entry. */
final class NaiveAlerts {

    private final NaiveTwin twin;

    NaiveAlerts(NaiveTwin twin) {
        this.twin = twin;
    }

    void holdsEndedSince(Instant before) {
        long from = before == null ? Long.MIN_VALUE : before.toEpochMilli();
        long to = twin.at.toEpochMilli();
        twin.watches.forEach((region, byRule) -> byRule.forEach((ruleId, state) -> {
            Rule rule = twin.rules.get(ruleId);
            if (rule != null) {
                for (var level : rule.getLevels()) {
                    long raise = ends(state.watch().crossed().since(level.getLevel()), rule.getRaiseHoldSeconds());
                    long clear = ends(state.watch().below().since(level.getLevel()), rule.getClearHoldSeconds());
                    if ((raise > from && raise <= to) || (clear > from && clear <= to)) {
                        twin.waiting.add(region);
                    }
                }
            }
        }));
        twin.imports.replaceAll((id, rows) -> {
            boolean isOver = to >= rows.lastRow().toEpochMilli() + 60_000;
            if (isOver) {
                twin.waiting.addAll(rows.regions());
            }
            return isOver ? new NaiveTwin.ImportRows(Set.of(), rows.lastRow()) : rows;
        });
    }

    private static long ends(long since, long holdSeconds) {
        return since == Long.MAX_VALUE ? Long.MAX_VALUE : since + holdSeconds * 1000;
    }

    List<Runnable> decide(String region, RegionScore score, List<Incident> incidents) {
        List<Runnable> steps = new ArrayList<>();
        for (Rule rule : twin.rules.values()) {
            if (!covers(rule.getScope(), region)) {
                continue;
            }
            WatchState before = state(region, rule.getRuleId());
            RegionFacts facts = facts(region, rule, score, incidents, before.watch());
            Decision decision = AlertLifeCycle.decide(rule, facts, before.watch());
            steps.add(() -> {
                if (decision instanceof Decision.Told told) {
                    tell(region, rule, score, facts, before, told);
                } else {
                    put(region, rule.getRuleId(), new WatchState(decision.next(), before.last()));
                }
            });
        }
        return steps;
    }

    private RegionFacts facts(String region, Rule rule, RegionScore score, List<Incident> incidents, Watch watch) {
        int since = NaiveTwin.day(twin.at) - 30;
        List<Incident> fresh = incidents.stream()
                .filter(incident -> incident.spread().lastDay() >= since)
                .toList();
        List<Incident> own = fresh.stream()
                .filter(incident -> incident.region().equals(region))
                .toList();
        List<Incident> evidence = own;
        if (own.isEmpty()) {
            Set<String> neighbours = new TreeSet<>();
            twin.catalogue
                    .neighbours(new RegionCode(region))
                    .forEach(neighbour -> neighbours.add(neighbour.region().value()));
            evidence = fresh.stream()
                    .filter(incident -> neighbours.contains(incident.region()))
                    .toList();
        }
        Set<String> origins = new TreeSet<>();
        own.forEach(incident -> origins.addAll(incident.origins()));
        Map<String, Evidence> standing = new HashMap<>();
        watch.open()
                .ifPresent(alert -> incidents.forEach(incident -> standing.put(incident.id(), Evidence.of(incident))));
        boolean isHeld =
                twin.imports.values().stream().anyMatch(rows -> rows.regions().contains(region));
        return new RegionFacts(
                twin.at.toEpochMilli(),
                score.getCoverage(),
                score.getFigures() == null ? 0 : value(rule.getMetric(), score.getFigures()),
                isHeld,
                !evidence.isEmpty(),
                origins.size(),
                evidence.stream().map(Evidence::of).toList(),
                standing);
    }

    private static int value(Metric metric, Figures figures) {
        return switch (metric) {
            case ESCALATION -> figures.getEscalationTenths();
            case SPILL_OVER -> figures.getSpillOver();
            case ATTACK_PROBABILITY -> figures.getAttackProbability();
            case EXPECTED_INCIDENTS -> figures.getExpectedMilli();
            case SILENCE, UNKNOWN -> throw new IllegalStateException();
        };
    }

    private void tell(
            String region, Rule rule, RegionScore score, RegionFacts facts, WatchState before, Decision.Told told) {
        AlertEvent last = before.last().orElse(null);
        Cause cause = twin.nextCause();
        Level shown = told.level() == Level.NONE ? told.previousLevel() : told.level();
        var threshold = AlertLifeCycle.inForce(rule, shown);
        Level uncapped = Level.NONE;
        for (var level : rule.getLevels()) {
            uncapped = facts.value() >= level.getThreshold() ? level.getLevel() : uncapped;
        }
        String metric = Map.of(
                        Metric.ESCALATION, "escalation",
                        Metric.SPILL_OVER, "spillover",
                        Metric.ATTACK_PROBABILITY, "attackProbability",
                        Metric.EXPECTED_INCIDENTS, "expectedIncidents")
                .get(rule.getMetric());
        AlertEvent event = AlertEvent.newBuilder()
                .setAlertId(
                        last != null
                                ? last.getAlertId()
                                : NameBasedUuid.of(
                                        "alert",
                                        twin.genesis.getLaneKind().name(),
                                        LedgerWriter.THEATRE,
                                        twin.audience.name(),
                                        rule.getRuleId(),
                                        region,
                                        "" + cause.getSeq()))
                .setName(
                        last != null
                                ? last.getName()
                                : region + "/" + metric + "/"
                                        + twin.at.toString().substring(0, 10))
                .setVersion(last == null ? 1 : last.getVersion() + 1)
                .setChange(told.change())
                .setReason(told.reason())
                .setState(told.level() == Level.NONE ? AlertState.ENDED : AlertState.OPEN)
                .setTheatre(LedgerWriter.THEATRE)
                .setRegion(region)
                .setCountry(region.substring(0, 2))
                .setAudience(twin.audience)
                .setTlp(twin.label())
                .setExercise(twin.genesis.getLaneKind() == LaneKind.EXERCISE)
                .setRuleId(rule.getRuleId())
                .setMetric(rule.getMetric())
                .setLevel(told.level())
                .setPreviousLevel(told.previousLevel())
                .setUncappedLevel(uncapped)
                .setValue(facts.value())
                .setThreshold(threshold.getThreshold())
                .setClearBelow(threshold.getClearBelow())
                .setClearHoldSeconds(rule.getClearHoldSeconds())
                .setSources(facts.sources())
                .setFigures(score.getFigures())
                .setReasons(score.getReasons())
                .setEvidence(facts.evidence().stream()
                        .limit(50)
                        .map(Evidence::incidentId)
                        .toList())
                .setCorrected(told.corrected().stream().limit(50).toList())
                .setEvidenceWeightMicro(facts.evidence().stream()
                        .mapToLong(Evidence::weightMicro)
                        .sum())
                .setRaisedAt(last == null ? twin.at : last.getRaisedAt())
                .setAt(twin.at)
                .setCause(cause)
                .build();
        say(event, told, region);
    }

    private void say(AlertEvent event, Decision.Told told, String region) {
        twin.say(Output.Kind.ALERT, region, event);
        boolean isOpen = event.getState() == AlertState.OPEN;
        put(region, event.getRuleId(), new WatchState(told.next(), isOpen ? Optional.of(event) : Optional.empty()));
        if (!isOpen) {
            twin.ended.put(event.getAlertId(), event);
        }
    }

    Set<String> command(Command command) {
        Object body = command.getBody();
        Set<String> touched = new TreeSet<>();
        if (body instanceof SetParameters set) {
            twin.parameters = set.getParameters();
            touched.addAll(covered());
        } else if (body instanceof SetRule set) {
            Rule before = twin.rules.put(set.getRule().getRuleId(), set.getRule());
            for (String region : List.copyOf(twin.watches.keySet())) {
                if (!covers(set.getRule().getScope(), region)
                        || (before != null
                                && before.getMetric() != set.getRule().getMetric())) {
                    endByRule(region, set.getRule().getRuleId());
                }
            }
            touched.addAll(covered());
        } else if (body instanceof RemoveRule remove) {
            twin.rules.remove(remove.getRuleId());
            List.copyOf(twin.watches.keySet()).forEach(region -> endByRule(region, remove.getRuleId()));
        } else if (body instanceof BeginImport begin) {
            twin.imports.putIfAbsent(begin.getImportId(), new NaiveTwin.ImportRows(Set.of(), twin.at));
        } else if (body instanceof EndImport end) {
            NaiveTwin.ImportRows rows = twin.imports.remove(end.getImportId());
            touched.addAll(rows == null ? Set.of() : rows.regions());
        } else if (body instanceof AcknowledgeAlert person) {
            byPerson(command, person.getAlertId(), AlertChange.ACKNOWLEDGED);
        } else if (body instanceof AssignAlert person) {
            byPerson(command, person.getAlertId(), AlertChange.ASSIGNED);
        } else if (body instanceof CommentAlert person) {
            byPerson(command, person.getAlertId(), AlertChange.COMMENTED);
        } else if (body instanceof SetSilence silence && command.getAudience() == twin.audience) {
            twin.watches.forEach((region, byRule) -> List.copyOf(byRule.entrySet())
                    .forEach(entry -> {
                        boolean isMeant = covers(silence.getScope(), region)
                                && (silence.getRules().isEmpty()
                                        || silence.getRules().contains(entry.getKey()));
                        if (isMeant && entry.getValue().last().isPresent()) {
                            again(region, entry.getKey(), command, AlertChange.SILENCED);
                        }
                    }));
        }
        return touched;
    }

    private void byPerson(Command command, String alertId, AlertChange change) {
        if (command.getAudience() != twin.audience) {
            return;
        }
        if (twin.ended.containsKey(alertId)) {
            AlertEvent event = repeated(twin.ended.get(alertId), change, AlertReason.BY_COMMAND)
                    .setCommandId(command.getCommandId())
                    .build();
            twin.say(Output.Kind.ALERT, event.getRegion(), event);
            twin.ended.put(alertId, event);
        }
        twin.watches.forEach((region, byRule) -> List.copyOf(byRule.entrySet()).forEach(entry -> {
            if (entry.getValue()
                    .last()
                    .filter(last -> last.getAlertId().equals(alertId))
                    .isPresent()) {
                again(region, entry.getKey(), command, change);
            }
        }));
    }

    private void again(String region, String ruleId, Command command, AlertChange change) {
        WatchState state = state(region, ruleId);
        AlertEvent event = repeated(state.last().orElseThrow(), change, AlertReason.BY_COMMAND)
                .setCommandId(command.getCommandId())
                .build();
        twin.say(Output.Kind.ALERT, region, event);
        put(region, ruleId, new WatchState(state.watch(), Optional.of(event)));
    }

    private void endByRule(String region, String ruleId) {
        WatchState state = state(region, ruleId);
        if (state.last().isEmpty()) {
            put(region, ruleId, WatchState.IDLE);
            return;
        }
        AlertEvent event = repeated(state.last().get(), AlertChange.CLEARED, AlertReason.RULE_REMOVED)
                .setLevel(Level.NONE)
                .setState(AlertState.ENDED)
                .build();
        twin.say(Output.Kind.ALERT, region, event);
        put(region, ruleId, WatchState.IDLE);
        twin.ended.put(event.getAlertId(), event);
    }

    private AlertEvent.Builder repeated(AlertEvent last, AlertChange change, AlertReason reason) {
        return AlertEvent.newBuilder(last)
                .setVersion(last.getVersion() + 1)
                .setChange(change)
                .setReason(reason)
                .setPreviousLevel(last.getLevel())
                .setCorrected(List.of())
                .setAt(twin.at)
                .setCommandId(null)
                .setCause(twin.nextCause());
    }

    private Set<String> covered() {
        Set<String> covered = new TreeSet<>(twin.watches.keySet());
        twin.firstDays().keySet().forEach(country -> covered.addAll(twin.regionsOfCountry(country)));
        return covered;
    }

    private WatchState state(String region, String ruleId) {
        return twin.watches.getOrDefault(region, Map.of()).getOrDefault(ruleId, WatchState.IDLE);
    }

    private void put(String region, String ruleId, WatchState state) {
        Map<String, WatchState> byRule = twin.watches.computeIfAbsent(region, code -> new TreeMap<>());
        if (state.watch().isIdle()) {
            byRule.remove(ruleId);
        } else {
            byRule.put(ruleId, state);
        }
        if (byRule.isEmpty()) {
            twin.watches.remove(region);
        }
    }

    private static boolean covers(List<String> scope, String region) {
        return scope.isEmpty() || scope.contains(region) || scope.contains(region.substring(0, 2));
    }
}
