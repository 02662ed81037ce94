package org.harmattan.cli.imports;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.harmattan.cli.session.CommandFailure;
import org.harmattan.cli.session.Terminal;
import org.jspecify.annotations.Nullable;

/** Shows how far an import is: a bar on a terminal, a line every few seconds elsewhere. */
final class ProgressLine implements AutoCloseable {

    private static final long KILOBYTE = 1_000;
    private static final int REDRAW_MILLIS = 200;
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();

    private final @Nullable ProgressBar bar;
    private final String name;
    private final PrintWriter err;
    private final long startNanos = System.nanoTime();
    private long lastLineNanos = startNanos;
    private volatile Counts last = new Counts(0, 0, 0, 0, 0);

    private ProgressLine(@Nullable ProgressBar bar, String name, PrintWriter err) {
        this.bar = bar;
        this.name = name;
        this.err = err;
    }

    static ProgressLine forFile(Path file, PrintWriter err) {
        String name = String.valueOf(file.getFileName());
        return new ProgressLine(Terminal.isThere() ? bar(name, size(file)) : null, name, err);
    }

    private static ProgressBar bar(String name, long bytes) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(bytes)
                .setUnit(" kB", KILOBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .build();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many bytes of the file have been sent. */
    void sent(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    /** What the service says. */
    void counted(Counts counts) {
        last = counts;
        if (bar != null) {
            bar.setExtraMessage(String.format(
                    Locale.ROOT,
                    " accepted %,d duplicate %,d rejected %,d",
                    counts.accepted(),
                    counts.duplicate(),
                    counts.rejected()));
            return;
        }
        long now = System.nanoTime();
        if (now - lastLineNanos >= LINE_EVERY_NANOS) {
            lastLineNanos = now;
            err.println(name + ": " + describe());
            err.flush();
        }
    }

    /** Rows so far and how fast they go. */
    String describe() {
        Counts counts = last;
        double seconds = Math.max(1e-3, (System.nanoTime() - startNanos) / 1e9);
        return String.format(
                Locale.ROOT,
                "%,d rows (%,.0f/s): %,d accepted, %,d duplicate, %,d rejected",
                counts.rows(),
                counts.rows() / seconds,
                counts.accepted(),
                counts.duplicate(),
                counts.rejected());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
