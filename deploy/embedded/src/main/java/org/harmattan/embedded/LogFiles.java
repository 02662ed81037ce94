package org.harmattan.embedded;

import java.nio.file.Path;

/** Where the log goes. Nothing in this process may make a logger before this is set. */
final class LogFiles {

    private LogFiles() {}

    static void into(Path data) {
        System.setProperty("harmattan.logs", folder(data).toString());
        System.setProperty("logback.configurationFile", "harmattan-run-logback.xml");
    }

    static Path folder(Path data) {
        return data.resolve("logs");
    }

    /** The log of this run. */
    static Path file(Path data) {
        return folder(data).resolve("harmattan.log");
    }
}
