package org.harmattan.alert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harmattan.alert.Decision.Stillness;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.assessment.Coverage;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Rule;

/** Decides the life of alerts. It has no memory: all that counts is in its arguments. */
public final class AlertLifeCycle {

    /** As many incidents are named in one event. */
    public static final int MOST_NAMED = 50;

    private AlertLifeCycle() {}

    /**
     * What follows from what is true now.
     *
     * @param rule the rule in force
     * @param facts what is true of the region at this moment
     * @param watch what is remembered of this rule in this region
     */
    public static Decision decide(Rule rule, RegionFacts facts, Watch watch) {
        Watch observed = watch.observed(rule, facts.value(), facts.atMillis());
        Crossing crossing = Crossing.of(rule, facts.value(), facts.sources());
        return observed.open()
                .map(alert -> inForce(rule, facts, observed, alert, crossing))
                .orElseGet(() -> notInForce(rule, facts, observed, crossing));
    }

    /** The rule is gone, looks at something else or no longer covers the region: the alert ends without a hold. */
    public static Decision.Cleared ruleRemoved(OpenAlert alert) {
        return new Decision.Cleared(Watch.IDLE, AlertReason.RULE_REMOVED, alert.level(), List.of());
    }

    private static Decision notInForce(Rule rule, RegionFacts facts, Watch watch, Crossing crossing) {
        if (crossing.level() == Level.NONE) {
            return new Decision.Unchanged(watch, Stillness.NOT_CROSSED);
        }
        Optional<Stillness> barred = barred(facts);
        if (barred.isPresent()) {
            return new Decision.Unchanged(watch, barred.get());
        }
        Level level = heldLongEnough(rule, watch, crossing.level(), facts.atMillis());
        if (level == Level.NONE) {
            return new Decision.Unchanged(watch, Stillness.HELD_BEFORE_RAISING);
        }
        List<Evidence> raisedOn = firstOf(facts.evidence(), OpenAlert.MOST_REMEMBERED);
        OpenAlert alert = new OpenAlert(level, raisedOn, firstOf(facts.evidence(), MOST_NAMED));
        return new Decision.Raised(watch.with(Optional.of(alert)), level);
    }

    private static Decision inForce(Rule rule, RegionFacts facts, Watch watch, OpenAlert alert, Crossing crossing) {
        List<String> corrected = corrected(alert, facts.standing());
        if (isWithdrawn(rule, facts, alert)) {
            return new Decision.Withdrawn(watch.with(Optional.empty()), alert.level(), corrected);
        }
        Level reached = heldLongEnough(rule, watch, crossing.level(), facts.atMillis());
        if (reached.compareTo(alert.level()) > 0 && barred(facts).isEmpty()) {
            return new Decision.Escalated(
                    told(watch, alert, reached, facts, corrected), reached, alert.level(), corrected);
        }
        Level falling = fallenTo(rule, watch, alert.level(), facts.atMillis());
        if (falling == Level.NONE) {
            return new Decision.Cleared(
                    watch.with(Optional.empty()), AlertReason.BELOW_FOR_HOLD_TIME, alert.level(), corrected);
        }
        if (falling.compareTo(alert.level()) < 0) {
            return new Decision.DeEscalated(
                    told(watch, alert, falling, facts, corrected), falling, alert.level(), corrected);
        }
        if (!corrected.isEmpty()) {
            return new Decision.Corrected(
                    told(watch, alert, alert.level(), facts, corrected), alert.level(), corrected);
        }
        boolean below = inForce(rule, alert.level()).getClearBelow() > facts.value();
        return new Decision.Unchanged(watch, below ? Stillness.HELD_BEFORE_CLEARING : Stillness.LEVEL_STANDS);
    }

    /** Why nothing may be raised or escalated now, if so. */
    private static Optional<Stillness> barred(RegionFacts facts) {
        if (facts.coverage() != Coverage.COVERED) {
            return Optional.of(Stillness.WARMING_UP);
        }
        if (!facts.freshEvidence()) {
            return Optional.of(Stillness.NO_FRESH_EVIDENCE);
        }
        return facts.heldByImport() ? Optional.of(Stillness.HELD_BY_IMPORT) : Optional.empty();
    }

    /** The highest level up to one whose threshold has been reached for the whole hold time, or NONE. */
    private static Level heldLongEnough(Rule rule, Watch watch, Level highest, long atMillis) {
        long holdMillis = rule.getRaiseHoldSeconds() * 1000;
        Level reached = Level.NONE;
        for (LevelThreshold level : rule.getLevels()) {
            boolean held = holdMillis == 0 || atMillis - watch.crossed().since(level.getLevel()) >= holdMillis;
            if (level.getLevel().compareTo(highest) <= 0 && held) {
                reached = level.getLevel();
            }
        }
        return reached;
    }

    /** The level that the holds leave: the one below the lowest level whose hold has ended; NONE clears. */
    private static Level fallenTo(Rule rule, Watch watch, Level level, long atMillis) {
        Level below = Level.NONE;
        for (LevelThreshold candidate : rule.getLevels()) {
            boolean isLowest = candidate.getLevel() == rule.getLevels().get(0).getLevel();
            if (candidate.getLevel().compareTo(level) > 0 && !isLowest) {
                break;
            }
            long since = watch.below().since(candidate.getLevel());
            if (since != LevelTimes.NEVER && atMillis - since >= rule.getClearHoldSeconds() * 1000) {
                return below;
            }
            below = candidate.getLevel();
        }
        return level;
    }

    /** Retractions or corrections took at least half of the weight at raising, and the value is below the lowest level. */
    private static boolean isWithdrawn(Rule rule, RegionFacts facts, OpenAlert alert) {
        long weight = 0;
        long gone = 0;
        for (Evidence then : alert.raisedOn()) {
            Evidence now = facts.standing().get(then.incidentId());
            int remains = now != null && now.region().equals(then.region()) ? now.weightMicro() : 0;
            weight += then.weightMicro();
            gone += Math.max(0, then.weightMicro() - remains);
        }
        return weight > 0
                && gone * 2 >= weight
                && facts.value() < rule.getLevels().get(0).getClearBelow();
    }

    private static List<String> corrected(OpenAlert alert, Map<String, Evidence> standing) {
        List<String> corrected = new ArrayList<>();
        for (Evidence then : alert.named()) {
            if (!then.equals(standing.get(then.incidentId()))) {
                corrected.add(then.incidentId());
            }
        }
        return corrected;
    }

    /** The alert after an event: what it names now is remembered beside what it named before and still stands. */
    private static Watch told(Watch watch, OpenAlert alert, Level level, RegionFacts facts, List<String> corrected) {
        List<Evidence> named = new ArrayList<>(firstOf(facts.evidence(), MOST_NAMED));
        Set<String> ids = new HashSet<>(corrected);
        named.forEach(evidence -> ids.add(evidence.incidentId()));
        for (Evidence before : alert.named()) {
            if (ids.add(before.incidentId())) {
                named.add(before);
            }
        }
        OpenAlert next = new OpenAlert(level, alert.raisedOn(), firstOf(named, OpenAlert.MOST_REMEMBERED));
        return watch.with(Optional.of(next));
    }

    /** The highest level whose threshold a value reaches, sources aside; NONE when it reaches none. */
    public static Level uncapped(Rule rule, int value) {
        return Crossing.of(rule, value, Integer.MAX_VALUE).uncapped();
    }

    /** The threshold of a level; after a change of the rule, of the highest level not above it, else the lowest. */
    public static LevelThreshold inForce(Rule rule, Level level) {
        LevelThreshold found = rule.getLevels().get(0);
        for (LevelThreshold candidate : rule.getLevels()) {
            if (candidate.getLevel().compareTo(level) <= 0) {
                found = candidate;
            }
        }
        return found;
    }

    private static List<Evidence> firstOf(List<Evidence> evidence, int most) {
        return evidence.size() <= most ? evidence : evidence.subList(0, most);
    }
}
