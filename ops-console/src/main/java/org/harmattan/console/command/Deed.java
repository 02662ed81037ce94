package org.harmattan.console.command;

import java.util.Optional;

/**
 * What somebody does about an alert.
 *
 * @param kind what it is
 * @param commandId UUID; the same twice is done once
 * @param alertId id of the alert in the audience of who does it
 * @param words what they say of it, or whom they name; on no topic
 */
public record Deed(Kind kind, String commandId, String alertId, Optional<String> words) {

    /** What can be done about an alert here. */
    public enum Kind {
        ACKNOWLEDGEMENT,
        ASSIGNMENT,
        COMMENT
    }
}
