package org.harmattan.schemas.topic;

import java.util.regex.Pattern;

/**
 * A complete set of topics with a prefix of its own: the live system, a drill, or a run through history.
 *
 * @param kind what the lane is for
 * @param name name of the drill or id of the run; empty for the live lane
 */
public record Lane(Kind kind, String name) {

    /** What a lane is for. */
    public enum Kind {
        LIVE,
        EXERCISE,
        RUN
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Lane {
        if (kind == Kind.LIVE && !name.isEmpty()) {
            throw new IllegalArgumentException("lane: the live lane has no name, but got '" + name + "'");
        }
        if (kind != Kind.LIVE && !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "lane: a name has 1 to 40 lower-case letters, digits or hyphens, but got '" + name + "'");
        }
    }

    /** The live lane, {@code harmattan.*}. */
    public static Lane live() {
        return new Lane(Kind.LIVE, "");
    }

    /** A drill, {@code harmattan.exercise.<name>.*}. */
    public static Lane exercise(String name) {
        return new Lane(Kind.EXERCISE, name);
    }

    /** A run through history, {@code harmattan.run.<id>.*}. */
    public static Lane run(String id) {
        return new Lane(Kind.RUN, id);
    }

    /** What the names of all topics of this lane begin with, the dot included. */
    public String prefix() {
        return switch (kind) {
            case LIVE -> "harmattan.";
            case EXERCISE -> "harmattan.exercise." + name + ".";
            case RUN -> "harmattan.run." + name + ".";
        };
    }

    /** What the ids of applications and consumer groups of this lane begin with: the prefix with hyphens. */
    public String applicationPrefix() {
        return prefix().replace('.', '-');
    }
}
