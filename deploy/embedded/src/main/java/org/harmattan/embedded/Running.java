package org.harmattan.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs at present, in the order in which it was started; it is stopped in the reverse order, once, by whoever comes
 * first: the end of a failed start, or a signal.
 */
final class Running {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private record Part(String name, AutoCloseable handle) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean stopping;

    /** The run is being stopped while something was still starting. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the run is being stopped");
        }
    }

    /**
     * Adds what has just been started.
     *
     * @throws Stopped if the run is being stopped; what was started is stopped again first
     */
    <T extends AutoCloseable> T add(String name, T handle) {
        synchronized (this) {
            if (!stopping) {
                parts.push(new Part(name, handle));
                return handle;
            }
        }
        stop(new Part(name, handle));
        throw new Stopped();
    }

    /** Whether the run is being stopped: what ends now ends because it was told to. */
    synchronized boolean stopping() {
        return stopping;
    }

    /**
     * Stops everything.
     *
     * @return whether everything stopped as it should
     */
    boolean stop() {
        synchronized (this) {
            stopping = true;
        }
        boolean clean = true;
        for (Part part = next(); part != null; part = next()) {
            clean &= stop(part);
        }
        return clean;
    }

    private synchronized @Nullable Part next() {
        return parts.poll();
    }

    private static boolean stop(Part part) {
        long start = System.nanoTime();
        try {
            part.handle().close();
            LOG.info("Stopped {} in {} ms", part.name(), (System.nanoTime() - start) / 1_000_000);
            return true;
        } catch (Exception e) {
            // the rest must be stopped all the same
            LOG.error("{} did not stop as it should", part.name(), e);
            return false;
        }
    }
}
