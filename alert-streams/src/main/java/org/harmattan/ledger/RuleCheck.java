package org.harmattan.ledger;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.Rule;

/** Whether a rule is one that the core can follow; the bounds are those of the contract {@link Rule}. */
final class RuleCheck {

    private static final Pattern RULE_ID = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MOST_SOURCES = 9;
    private static final int MOST_LEVELS = 4;
    private static final int MOST_SCOPE = 1_000;
    /** Ten years: whatever is held longer is never seen. */
    private static final long LONGEST_HOLD_SECONDS = 3_653L * 86_400;

    private RuleCheck() {}

    static boolean isRuleId(String ruleId) {
        return RULE_ID.matcher(ruleId).matches();
    }

    static boolean isValid(Rule rule, Set<String> codes) {
        return isRuleId(rule.getRuleId())
                && rule.getMetric() != Metric.UNKNOWN
                // this core does not judge silence
                && rule.getMetric() != Metric.SILENCE
                && rule.getScope().size() <= MOST_SCOPE
                && codes.containsAll(rule.getScope())
                && isHold(rule.getRaiseHoldSeconds())
                && isHold(rule.getClearHoldSeconds())
                && areRising(rule.getLevels(), highest(rule.getMetric()));
    }

    private static boolean isHold(long seconds) {
        return seconds >= 0 && seconds <= LONGEST_HOLD_SECONDS;
    }

    private static boolean areRising(List<LevelThreshold> levels, int highest) {
        if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
            return false;
        }
        Level below = Level.NONE;
        int threshold = 0;
        for (LevelThreshold level : levels) {
            boolean fits = level.getLevel().compareTo(below) > 0
                    && level.getThreshold() > threshold
                    && level.getThreshold() <= highest
                    && level.getClearBelow() >= 0
                    && level.getClearBelow() <= level.getThreshold()
                    && level.getMinimumSources() >= 0
                    && level.getMinimumSources() <= MOST_SOURCES;
            if (!fits) {
                return false;
            }
            below = level.getLevel();
            threshold = level.getThreshold();
        }
        return true;
    }

    private static int highest(Metric metric) {
        return switch (metric) {
            case ESCALATION -> 1_000;
            case SPILL_OVER, ATTACK_PROBABILITY -> 10_000;
            case EXPECTED_INCIDENTS, SILENCE -> Integer.MAX_VALUE;
            case UNKNOWN -> 0;
        };
    }
}
