package org.harmattan.embedded;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.harmattan.parts.LoopbackPorts;

/** What the person at the terminal reads. */
final class Screen {

    private final PrintWriter out;
    private final PrintWriter err;

    Screen(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** One plain line. */
    void say(String line) {
        out.println(line);
    }

    /** A step that is done, and how long it took. */
    void done(String step, long millis) {
        out.println(String.format(Locale.ROOT, "  %-52s %5.1f s", step, millis / 1e3));
    }

    /** Why the run ends, one thing a line. */
    void failure(String message) {
        message.lines().forEach(line -> err.println("harmattan: " + line));
        err.flush();
    }

    /** What is where, and what to do next. */
    void whereEverythingIs(Ports ports, Path data, Path keys) {
        out.println();
        row("Map and alerts", Ports.url(ports.console()));
        row("Reports, imports", Ports.url(ports.ingest()) + "/v1/reports");
        row("Subscriptions", Ports.url(ports.notifier()) + "/v1/subscriptions");
        row("Mailbox", Ports.url(ports.mailboxPage()) + " (SMTP on " + ports.smtp() + ")");
        row("Streams", Ports.url(ports.streams()) + "/health");
        row("Schema registry", Ports.url(ports.registry()) + "/apis/ccompat/v7");
        row("Kafka", LoopbackPorts.HOST + ":" + ports.kafka());
        row("PostgreSQL", LoopbackPorts.HOST + ":" + ports.postgres());
        row("Keys", keys.toString());
        row("Log", LogFiles.file(data).toString());
        out.println();
        String offset = ports.offset() == 0 ? "" : " --port-offset " + ports.offset();
        row("Import events", "./harmattan import" + offset + " FILE");
        row("Watch alerts", "./harmattan tail" + offset + " alerts");
        row("Stop", "Ctrl-C");
        out.println();
    }

    private void row(String what, String where) {
        out.println(String.format(Locale.ROOT, "  %-18s %s", what, where));
    }

    /** The last line of a start. */
    void ready(long millis) {
        out.println(String.format(Locale.ROOT, "Harmattan is ready in %.1f s", millis / 1e3));
        out.flush();
    }
}
