package org.harmattan.notifier.inbox;

/** What was decided about an event when it was taken in. */
public enum Decision {
    /** Subscriptions were matched; messages are due to those it concerns. */
    MATCHED,
    /** Too old to be sent without a person's word. */
    HELD,
    /** It was held, and a person released it. */
    RELEASED,
    /** Of a kind that is never sent. */
    NOT_SENT
}
