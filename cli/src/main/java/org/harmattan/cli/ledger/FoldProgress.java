package org.harmattan.cli.ledger;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.harmattan.cli.session.Terminal;
import org.harmattan.replay.VerifyProgress;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a fold is; elsewhere it says nothing, since a fold is fast. */
final class FoldProgress implements VerifyProgress, AutoCloseable {

    private static final int REDRAW_MILLIS = 200;

    private final @Nullable ProgressBar bar;

    FoldProgress(String theatre) {
        this.bar = Terminal.isThere()
                ? new ProgressBarBuilder()
                        .setTaskName(theatre)
                        .setUnit(" entries", 1)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis(REDRAW_MILLIS)
                        .build()
                : null;
    }

    @Override
    public void folded(long entries, long about) {
        if (bar != null) {
            bar.maxHint(Math.max(entries, about));
            bar.stepTo(entries);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
