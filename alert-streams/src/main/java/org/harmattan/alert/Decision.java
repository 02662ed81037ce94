package org.harmattan.alert;

import java.util.List;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertReason;
import org.harmattan.schemas.command.Level;

/** What follows for one rule in one region from what is true at one moment, with its reason by name. */
public sealed interface Decision {

    /** What is to be remembered from now on. */
    Watch next();

    /** Nothing is to be told. */
    record Unchanged(Watch next, Stillness why) implements Decision {}

    /** Something is to be told of an alert. */
    sealed interface Told extends Decision {

        /** What happened. */
        AlertChange change();

        /** Why. */
        AlertReason reason();

        /** The level from now on; NONE once ended. */
        Level level();

        /** The level before; NONE at raising. */
        Level previousLevel();

        /** Incidents named earlier that no longer stand as they were, in the order in which they were remembered. */
        List<String> corrected();
    }

    /** The value reached a level, and no alert was in force. */
    record Raised(Watch next, Level level) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.RAISED;
        }

        @Override
        public AlertReason reason() {
            return AlertReason.THRESHOLD_CROSSED;
        }

        @Override
        public Level previousLevel() {
            return Level.NONE;
        }

        @Override
        public List<String> corrected() {
            return List.of();
        }
    }

    /** The value reached a higher level. */
    record Escalated(Watch next, Level level, Level previousLevel, List<String> corrected) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.ESCALATED;
        }

        @Override
        public AlertReason reason() {
            return AlertReason.HIGHER_THRESHOLD_CROSSED;
        }
    }

    /** The value stayed below the level for the whole hold time, but not below a lower one. */
    record DeEscalated(Watch next, Level level, Level previousLevel, List<String> corrected) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.DE_ESCALATED;
        }

        @Override
        public AlertReason reason() {
            return AlertReason.BELOW_FOR_HOLD_TIME;
        }
    }

    /** An incident named earlier was retracted, revised or moved; the level stands. */
    record Corrected(Watch next, Level level, List<String> corrected) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.CORRECTED;
        }

        @Override
        public AlertReason reason() {
            return AlertReason.EVIDENCE_CORRECTED;
        }

        @Override
        public Level previousLevel() {
            return level;
        }
    }

    /** At least half of the evidence at raising is gone, and the value is below the lowest level. */
    record Withdrawn(Watch next, Level previousLevel, List<String> corrected) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.WITHDRAWN;
        }

        @Override
        public AlertReason reason() {
            return AlertReason.EVIDENCE_WITHDRAWN;
        }

        @Override
        public Level level() {
            return Level.NONE;
        }
    }

    /** The risk fell for the whole hold time, or the rule is gone. */
    record Cleared(Watch next, AlertReason reason, Level previousLevel, List<String> corrected) implements Told {
        @Override
        public AlertChange change() {
            return AlertChange.CLEARED;
        }

        @Override
        public Level level() {
            return Level.NONE;
        }
    }

    /** Why nothing is told. */
    enum Stillness {
        /** No threshold is reached and no alert is in force. */
        NOT_CROSSED,
        /** The country's log is younger than 90 days: nothing is raised. */
        WARMING_UP,
        /** Nothing happened in the last 30 days: no alert is raised for the past. */
        NO_FRESH_EVIDENCE,
        /** An import that touched the region is under way. */
        HELD_BY_IMPORT,
        /** The threshold is reached, but not yet for long enough. */
        HELD_BEFORE_RAISING,
        /** The value is below the level, but not yet for long enough. */
        HELD_BEFORE_CLEARING,
        /** The level stands. */
        LEVEL_STANDS
    }
}
