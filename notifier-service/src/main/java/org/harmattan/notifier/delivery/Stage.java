package org.harmattan.notifier.delivery;

/** Where a delivery stands. */
public enum Stage {
    /** It has not left yet and still gathers events of its group. */
    WAITING,
    /** An attempt is under way; what it holds is settled. */
    SENDING,
    /** An attempt failed; another will follow. */
    RETRYING,
    /** The receiver took it. */
    DELIVERED,
    /** The last attempt failed. */
    DEAD,
    /** Newer versions took the place of all it held. */
    SUPERSEDED,
    /** The subscription ended before it left. */
    CANCELLED;

    /** Whether anything can still happen to it. */
    public boolean isOver() {
        return compareTo(DELIVERED) >= 0;
    }
}
