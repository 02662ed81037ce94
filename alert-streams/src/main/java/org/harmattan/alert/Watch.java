package org.harmattan.alert;

import java.util.Optional;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Rule;

/**
 * What is remembered of one rule in one region: the alert in force if any, and since when thresholds are crossed and values
 * are below.
 *
 * @param open the alert in force
 * @param crossed since when the value has been at a level's threshold or above, without a break
 * @param below since when the value has been below what a level is left at, without a break
 */
public record Watch(Optional<OpenAlert> open, LevelTimes crossed, LevelTimes below) {

    /** Nothing has happened yet. */
    public static final Watch IDLE = new Watch(Optional.empty(), LevelTimes.NONE, LevelTimes.NONE);

    /** The same with times as they are after a value was seen. Without an alert, nothing can be left. */
    Watch observed(Rule rule, int value, long atMillis) {
        LevelTimes nowCrossed = LevelTimes.NONE;
        LevelTimes nowBelow = LevelTimes.NONE;
        for (LevelThreshold level : rule.getLevels()) {
            if (rule.getRaiseHoldSeconds() > 0 && value >= level.getThreshold()) {
                nowCrossed = nowCrossed.observed(level.getLevel(), true, earlier(crossed, level, atMillis));
            }
            if (open.isPresent() && value < level.getClearBelow()) {
                nowBelow = nowBelow.observed(level.getLevel(), true, earlier(below, level, atMillis));
            }
        }
        return nowCrossed.equals(crossed) && nowBelow.equals(below) ? this : new Watch(open, nowCrossed, nowBelow);
    }

    Watch with(Optional<OpenAlert> alert) {
        return alert.isEmpty() ? new Watch(alert, crossed, LevelTimes.NONE) : new Watch(alert, crossed, below);
    }

    /**
     * When to look again though nothing comes in: the next moment after {@code atMillis} at which a hold of this rule ends,
     * or {@link LevelTimes#NEVER}.
     */
    public long nextDue(Rule rule, long atMillis) {
        long due = LevelTimes.NEVER;
        for (LevelThreshold level : rule.getLevels()) {
            due = Math.min(due, after(crossed.since(level.getLevel()), rule.getRaiseHoldSeconds(), atMillis));
            due = Math.min(due, after(below.since(level.getLevel()), rule.getClearHoldSeconds(), atMillis));
        }
        return due;
    }

    /** Whether there is nothing to remember. */
    public boolean isIdle() {
        return equals(IDLE);
    }

    private static long earlier(LevelTimes times, LevelThreshold level, long atMillis) {
        return Math.min(times.since(level.getLevel()), atMillis);
    }

    private static long after(long since, long holdSeconds, long atMillis) {
        if (since == LevelTimes.NEVER) {
            return LevelTimes.NEVER;
        }
        long due = since + holdSeconds * 1000;
        return due > atMillis ? due : LevelTimes.NEVER;
    }
}
