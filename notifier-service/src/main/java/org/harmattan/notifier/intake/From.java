package org.harmattan.notifier.intake;

/** The choice after a topic was made anew. */
public enum From {
    /** Take in all that the topic holds; what was taken in before is known and not sent again. */
    BEGINNING,
    /** Take in only what comes from now on. */
    END
}
