package org.harmattan.notifier.subscription;

/** Where a subscription stands. */
public enum Status {
    /** Its receiver has not yet agreed; nothing is sent but the question. */
    PENDING_CONFIRMATION,
    /** Its receiver is told. */
    ACTIVE,
    /** Over for good; its address is erased. */
    ENDED
}
