package org.harmattan.console.feed;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One reader of the live feed. Its queue is bounded: a reader that does not keep up is sent away, comes back with the id
 * of what it saw last, and gets what it missed from the database.
 */
final class Subscription {

    /** Three turns of the day in a theatre of 360 regions, and something over. */
    static final int LONGEST_QUEUE = 1_200;

    private final Sinks.Many<Told> sink =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(LONGEST_QUEUE));
    private final Consumer<Subscription> leave;

    Subscription(Consumer<Subscription> leave) {
        this.leave = leave;
    }

    /** Takes what is told. Called by one thread at a time. */
    void offer(List<Told> told) {
        for (Told one : told) {
            if (sink.tryEmitNext(one).isFailure()) {
                end();
                return;
            }
        }
    }

    /** What is told after {@code position}; ends when the reader does not keep up. */
    Flux<Told> after(long position) {
        return sink.asFlux().filter(told -> told.position() > position);
    }

    /** Sends the reader away. */
    void end() {
        leave.accept(this);
        sink.tryEmitComplete();
    }

    void close() {
        leave.accept(this);
    }
}
