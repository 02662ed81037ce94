package org.harmattan.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harmattan.alert.AlertLifeCycle;
import org.harmattan.alert.Decision;
import org.harmattan.alert.Evidence;
import org.harmattan.alert.OpenAlert;
import org.harmattan.alert.RegionFacts;
import org.harmattan.alert.Watch;
import org.harmattan.incident.Incident;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.Rule;

/** One rule in one region at one moment: what was decided, and how it is written and told. */
record AlertStep(int region, Rule rule, Judgement judgement, RegionFacts facts, WatchState before, Decision decision) {

    /** Evidence is an incident whose last day lies at most so many UTC days back. */
    static final int EVIDENCE_DAYS = 30;

    /** Decides; empty when there is nothing to remember or tell. */
    static Optional<AlertStep> decide(ViewState state, int region, Rule rule, Judgement judgement) {
        WatchState before = state.watches(region).getOrDefault(rule.getRuleId(), WatchState.IDLE);
        int value = judgement
                .figures()
                .map(figures -> value(rule.getMetric(), figures))
                .orElse(0);
        if (before.watch().isIdle() && value < rule.getLevels().get(0).getThreshold()) {
            return Optional.empty();
        }
        RegionFacts facts = facts(state, region, judgement, value, before.watch());
        Decision decision = AlertLifeCycle.decide(rule, facts, before.watch());
        return Optional.of(new AlertStep(region, rule, judgement, facts, before, decision));
    }

    /** Writes what is to be remembered and tells what is to be told. */
    void take(ViewState state, Emitter emitter) {
        if (decision instanceof Decision.Told told) {
            AlertTelling.tell(state, emitter, this, told);
        } else if (!decision.next().equals(before.watch())) {
            state.watch(region, rule.getRuleId(), new WatchState(decision.next(), before.last()));
        }
    }

    /** A metric in its quantum. */
    static int value(Metric metric, Figures figures) {
        return switch (metric) {
            case ESCALATION -> figures.getEscalationTenths();
            case SPILL_OVER -> figures.getSpillOver();
            case ATTACK_PROBABILITY -> figures.getAttackProbability();
            case EXPECTED_INCIDENTS -> figures.getExpectedMilli();
            case SILENCE, UNKNOWN -> throw new IllegalArgumentException("metric: not one that this core judges");
        };
    }

    private static RegionFacts facts(ViewState state, int region, Judgement judgement, int value, Watch watch) {
        int since = state.times.day() - EVIDENCE_DAYS;
        List<Incident> own = incidentsSince(state, region, since);
        List<Incident> evidence = own.isEmpty() ? ofNeighbours(state, region, since) : own;
        Set<String> origins = new HashSet<>();
        own.forEach(incident -> origins.addAll(incident.origins()));
        return new RegionFacts(
                state.times.atMillis(),
                judgement.coverage(),
                value,
                state.isHeldByImport(region),
                !evidence.isEmpty(),
                origins.size(),
                evidence.stream().map(Evidence::of).toList(),
                watch.open().map(alert -> standing(state, alert)).orElse(Map.of()));
    }

    private static List<Incident> incidentsSince(ViewState state, int region, int firstDay) {
        List<Incident> newest = new ArrayList<>();
        state.region(region).incidents().forEachWhile(incident -> {
            boolean isFresh = incident.spread().lastDay() >= firstDay;
            if (isFresh) {
                newest.add(incident);
            }
            return isFresh;
        });
        return newest;
    }

    /** Where nothing happened in the region itself, what happened next to it is the evidence. */
    private static List<Incident> ofNeighbours(ViewState state, int region, int firstDay) {
        List<Incident> all = new ArrayList<>();
        for (int neighbour : state.ground.terrain().neighboursOf(region)) {
            all.addAll(incidentsSince(state, neighbour, firstDay));
        }
        all.sort(Incident.NEWEST_FIRST);
        return all;
    }

    private static Map<String, Evidence> standing(ViewState state, OpenAlert alert) {
        Map<String, Evidence> standing = new HashMap<>();
        for (List<Evidence> remembered : List.of(alert.raisedOn(), alert.named())) {
            for (Evidence evidence : remembered) {
                state.incident(evidence.incidentId())
                        .ifPresent(incident -> standing.put(incident.id(), Evidence.of(incident)));
            }
        }
        return standing;
    }
}
