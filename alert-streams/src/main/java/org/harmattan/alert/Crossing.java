package org.harmattan.alert;

import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.LevelThreshold;
import org.harmattan.schemas.command.Rule;

/**
 * How high a value reaches.
 *
 * @param uncapped the highest level whose threshold is reached, or NONE
 * @param level the highest whose threshold is reached and whose sources are met; too few sources cap the level and never
 *     suppress the alert, so it is at least the rule's lowest level once that is reached
 */
record Crossing(Level uncapped, Level level) {

    static Crossing of(Rule rule, int value, int sources) {
        Level uncapped = Level.NONE;
        Level capped = Level.NONE;
        for (LevelThreshold level : rule.getLevels()) {
            if (value >= level.getThreshold()) {
                uncapped = level.getLevel();
                if (capped == Level.NONE || sources >= level.getMinimumSources()) {
                    capped = level.getLevel();
                }
            }
        }
        return new Crossing(uncapped, capped);
    }
}
