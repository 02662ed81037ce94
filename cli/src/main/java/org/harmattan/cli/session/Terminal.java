package org.harmattan.cli.session;

/** Whether a person is looking. The launcher says so: from JDK 22 on, the JDK's own console is never null. */
public final class Terminal {

    private static final String PROPERTY = "harmattan.terminal";

    private Terminal() {}

    /** Whether progress may be drawn over and over in one line. */
    public static boolean isThere() {
        return Boolean.getBoolean(PROPERTY);
    }
}
