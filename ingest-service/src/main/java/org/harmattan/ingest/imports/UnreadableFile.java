package org.harmattan.ingest.imports;

/** A file is not of its format, from some place on. The message quotes nothing of it. */
final class UnreadableFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String why;

    UnreadableFile(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong, in words that may follow a colon. */
    String why() {
        return why;
    }
}
