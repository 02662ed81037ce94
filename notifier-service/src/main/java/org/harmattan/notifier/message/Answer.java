package org.harmattan.notifier.message;

import java.util.Optional;

/** What the receiver, or the way to it, answered to one attempt. */
public sealed interface Answer {

    /** The receiver's status, HTTP or SMTP, when there was one. */
    Optional<Integer> status();

    /** Why, by name: at most 200 characters, no address and no content. */
    String reason();

    /** The receiver took it. */
    record Taken(Optional<Integer> status) implements Answer {
        @Override
        public String reason() {
            return "taken";
        }
    }

    /** It did not; later it may. */
    record Refused(Optional<Integer> status, String reason) implements Answer {}

    /** It did not and says that it never will: the subscription ends. */
    record Gone(Optional<Integer> status, String reason) implements Answer {}
}
