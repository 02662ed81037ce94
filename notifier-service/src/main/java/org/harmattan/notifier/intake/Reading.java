package org.harmattan.notifier.intake;

/** How the reading of a topic goes. */
public sealed interface Reading {

    /** It has not begun. */
    record Starting() implements Reading {}

    /** It goes on; events are taken in as they come. */
    record Running() implements Reading {}

    /** It is tried again every few seconds, because of {@code why}. */
    record Waiting(String why) implements Reading {}

    /** A person must choose where to begin, because of {@code why}. */
    record NeedsChoice(String why) implements Reading {}

    /** The service is stopping. */
    record Stopped() implements Reading {}
}
