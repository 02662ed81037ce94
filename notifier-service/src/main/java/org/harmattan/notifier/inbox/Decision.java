package org.harmattan.notifier.inbox;

/** What was decided about an event when it was taken in. */
public enum Decision {
    /** Subscriptions were matched; messages are due to those it concerns. */
    MATCHED,
    /** Waits for a person's word: too old to be sent without it, or a change of an alert that waits. */
    HELD,
    /** It was held, and a person released it. */
    RELEASED,
    /** Of a kind that is never sent. */
    NOT_SENT
}
