package org.harmattan.cli.imports;

import java.io.PrintWriter;

/** What Ctrl-C does to an import: the connection is cut, the service ends the import, and the person hears how far it was. */
final class Interruption {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    static Interruption guard(ImportRun run, ProgressLine progress, PrintWriter err) {
        Thread hook = new Thread(
                () -> {
                    run.cut();
                    err.println();
                    err.println("Interrupted after " + progress.describe()
                            + ". Run the same command again: what is there already counts as duplicate.");
                    err.flush();
                },
                "import-interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook);
    }

    /** The import has ended by itself. */
    void lift() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            // the interruption came in the very last moment and has been said
            return;
        }
    }
}
