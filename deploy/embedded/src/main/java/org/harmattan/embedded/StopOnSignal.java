package org.harmattan.embedded;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops the run when the process is asked to end, within ten seconds, and leaves no child process behind. */
final class StopOnSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopOnSignal.class);

    /** Beyond this, children are killed and the process ends: what is on disk survives that. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    private final Thread hook;

    private StopOnSignal(Thread hook) {
        this.hook = hook;
    }

    static StopOnSignal install(Running running, Screen screen) {
        Thread hook = new Thread(
                () -> {
                    screen.say("");
                    screen.say("Stopping ...");
                    boolean clean = stop(running);
                    screen.say(clean ? "Stopped." : "Stopped, not everything as it should; the log says what.");
                    // the exit code of a signal would say that something went wrong
                    Runtime.getRuntime().halt(clean ? 0 : 1);
                },
                "stop-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        return new StopOnSignal(hook);
    }

    /** Stops everything in time; whatever does not end is killed. */
    static boolean stop(Running running) {
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean clean = new AtomicBoolean();
        Thread stopper = new Thread(
                () -> {
                    clean.set(running.stop());
                    stopped.countDown();
                },
                "stopper");
        stopper.setDaemon(true);
        stopper.start();
        boolean inTime = false;
        try {
            inTime = stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inTime) {
            LOG.error("Not everything stopped within {} s", PATIENCE.toSeconds());
        }
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        return inTime && clean.get();
    }

    /** The run ends by itself; a signal has nothing to stop any more. */
    void lift() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException goingDown) {
            LOG.debug("A signal came while the run was ending by itself", goingDown);
        }
    }
}
