package org.harmattan.assessment;

/**
 * The ledger cannot be folded by this process: entries are missing or doubled, it does not begin with its genesis, or it
 * names a catalogue or a core that is not loaded here. Unlike a failed entry this is nothing that the ledger itself decides:
 * whoever folds must stop before anything is committed.
 */
public final class LedgerNotFoldable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerNotFoldable(String message) {
        super(message);
    }
}
