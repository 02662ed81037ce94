package org.harmattan.alert;

import java.time.Duration;
import java.util.List;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Metric;
import org.harmattan.schemas.command.Rule;

/** The rules that a new ledger begins with. The fold reads rules from the ledger alone, never from here. */
public final class DefaultRules {

    private static final Duration CLEAR_HOLD = Duration.ofDays(3);

    private DefaultRules() {}

    /** One rule: escalation in every region, from 20 points on; two origins are asked for from WARNING on. */
    public static List<Rule> all() {
        return List.of(Rule.newBuilder()
                .setRuleId("escalation")
                .setMetric(Metric.ESCALATION)
                .setScope(List.of())
                .setLevels(List.of(
                        level(Level.ADVISORY, 200, 1),
                        level(Level.WATCH, 300, 1),
                        level(Level.WARNING, 400, 2),
                        level(Level.EMERGENCY, 550, 2)))
                .setRaiseHoldSeconds(0)
                .setClearHoldSeconds(CLEAR_HOLD.toSeconds())
                .build());
    }

    /** Left below seven tenths of the threshold, rounded down. */
    private static LevelThreshold level(Level level, int threshold, int minimumSources) {
        return new LevelThreshold(level, threshold, threshold * 7 / 10, minimumSources);
    }
}
