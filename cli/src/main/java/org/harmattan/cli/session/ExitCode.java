package org.harmattan.cli.session;

/** What the process ends with. */
public final class ExitCode {

    /** Done. */
    public static final int DONE = 0;

    /** Failed; one line said why. */
    public static final int FAILED = 1;

    /** An import went through, but some rows were rejected. */
    public static final int SOME_REJECTED = 3;

    /** What was published differs from what the ledger says. */
    public static final int DIFFERENT = 4;

    private ExitCode() {}
}
