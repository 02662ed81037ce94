package org.harmattan.streams;

import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.topic.Lane;

/** The lane as configuration names it: {@code live}, {@code exercise.<name>} or {@code run.<id>}. */
final class LaneNames {

    private static final String EXERCISE = "exercise.";
    private static final String RUN = "run.";

    private LaneNames() {}

    /** @throws IllegalArgumentException with the key's name and what is allowed */
    static Lane parse(String text) {
        if (text.equals("live")) {
            return Lane.live();
        }
        if (text.startsWith(EXERCISE)) {
            return Lane.exercise(text.substring(EXERCISE.length()));
        }
        if (text.startsWith(RUN)) {
            return Lane.run(text.substring(RUN.length()));
        }
        throw new IllegalArgumentException(
                "harmattan.lane: must be live, exercise.<name> or run.<id>, but is '" + text + "'");
    }

    static LaneKind kindOnLedger(Lane lane) {
        return switch (lane.kind()) {
            case LIVE -> LaneKind.LIVE;
            case EXERCISE -> LaneKind.EXERCISE;
            case RUN -> LaneKind.RUN;
        };
    }
}
