package org.harmattan.ingest.imports;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The rows that were sent and have no receipt yet: at most so many, so that memory stays flat and the sender is held back
 * to the pace of the sequencer. Thread-safe.
 */
final class InFlight {

    /** Nothing was answered for too long. */
    static final class NothingAnswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingAnswered() {
            super("nothing was answered for too long");
        }
    }

    private final int most;
    private final long patienceNanos;
    private final Map<String, Deque<Row.Usable>> waiting = new HashMap<>();
    private int size;
    private long lastSettledNanos = System.nanoTime();
    private boolean given;

    InFlight(int most, Duration patience) {
        this.most = most;
        this.patienceNanos = patience.toNanos();
    }

    /**
     * Adds a row that is about to be sent; waits while there are too many.
     *
     * @throws NothingAnswered when no receipt came for too long
     */
    synchronized void add(Row.Usable row) throws InterruptedException {
        if (size == 0) {
            lastSettledNanos = System.nanoTime(); // until now there was nothing to answer
        }
        await(() -> size < most);
        waiting.computeIfAbsent(row.reportId(), id -> new ArrayDeque<>(1)).add(row);
        size++;
    }

    /**
     * Takes out the row that a receipt answers; of rows with one id the first sent is answered first.
     *
     * @param counting is given the row before anybody can see that none is left
     */
    synchronized void settle(String reportId, Consumer<Row.Usable> counting) {
        Deque<Row.Usable> rows = waiting.get(reportId);
        if (rows == null) {
            return;
        }
        Row.Usable row = rows.remove();
        counting.accept(row);
        if (rows.isEmpty()) {
            waiting.remove(reportId);
        }
        size--;
        lastSettledNanos = System.nanoTime();
        notifyAll();
    }

    /**
     * Waits until every row has its receipt.
     *
     * @throws NothingAnswered when no receipt came for too long
     */
    synchronized void awaitEmpty() throws InterruptedException {
        await(() -> size == 0);
    }

    /** Ends all waiting; whoever waits goes on as if answered. */
    synchronized void giveUp() {
        given = true;
        notifyAll();
    }

    synchronized int size() {
        return size;
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws InterruptedException {
        while (!condition.holds() && !given) {
            long left = patienceNanos - (System.nanoTime() - lastSettledNanos);
            if (left <= 0) {
                throw new NothingAnswered();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
