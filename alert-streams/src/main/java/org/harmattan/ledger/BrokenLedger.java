package org.harmattan.ledger;

/** The ledger is not what it must be, or needs another build or catalogue than this one. Its message says what to do. */
public final class BrokenLedger extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BrokenLedger(String message) {
        super(message);
    }
}
