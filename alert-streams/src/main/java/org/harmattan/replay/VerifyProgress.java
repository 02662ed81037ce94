package org.harmattan.replay;

/** Told how far a verification is. */
@FunctionalInterface
public interface VerifyProgress {

    /**
     * Called every few thousand entries and at the end.
     *
     * @param entries entries folded
     * @param about how many there are, about; the transactions' own marks are counted too
     */
    void folded(long entries, long about);

    /** Tells nobody. */
    static VerifyProgress silent() {
        return (entries, about) -> {};
    }
}
