package org.harmattan.explanation;

import java.time.Instant;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Metric;

/** The words and numbers that sentences of one language are made of. */
interface Terms {

    Language language();

    /** Typography of the language: applied to every sentence before it leaves. */
    String typeset(String sentence);

    /** The level in capitals. */
    String level(Level level);

    /** The level and which of the four it is. */
    String ranked(Level level);

    /** What the metric warns of, without an article: "risk of escalation". */
    String risk(Metric metric);

    /** A value of the metric with its unit: "52.3 out of 100". */
    String value(Metric metric, int value);

    String time(Instant at);

    /** The same in few characters, for text messages. */
    String shortTime(Instant at);

    /** A duration in whole hours, or in minutes below one. */
    String hours(long seconds);

    /** Which of the four levels it is, 1 to 4; 0 for none. */
    static int rank(Level level) {
        return switch (level) {
            case UNKNOWN, NONE -> 0;
            case ADVISORY -> 1;
            case WATCH -> 2;
            case WARNING -> 3;
            case EMERGENCY -> 4;
        };
    }
}
