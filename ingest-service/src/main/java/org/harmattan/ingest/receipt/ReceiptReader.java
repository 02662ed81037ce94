package org.harmattan.ingest.receipt;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.harmattan.ingest.following.TopicFollower;
import org.harmattan.ingest.following.TopicFollower.From;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.receipt.Receipt;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.jspecify.annotations.Nullable;

/** Follows all receipts from the service's start on and tells them to whoever listens. */
@Context
public final class ReceiptReader {

    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final TopicFollower<Receipt> follower;

    ReceiptReader(KafkaConnection kafka, TopicCatalogue topics) {
        this.follower = new TopicFollower<>(kafka, topics.receipts(), From.END, this::tell);
    }

    @PostConstruct
    void start() {
        follower.start();
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    private void tell(String id, @Nullable Receipt receipt) {
        if (receipt != null) {
            listeners.forEach(listening -> listening.listener.accept(receipt));
        }
    }

    /** Whether receipts are being read. */
    public boolean isAlive() {
        return follower.isCaughtUp() && follower.isAlive();
    }

    /** Waits until no later receipt can be missed; false when that takes longer. */
    public boolean awaitReady(Duration longest) throws InterruptedException {
        return follower.awaitCaughtUp(longest);
    }

    /**
     * Tells every receipt from now on to a listener, on the reader's thread: it must be quick.
     *
     * @return closing it ends that
     */
    public Listening listen(Consumer<Receipt> listener) {
        Listening listening = new Listening(listener);
        listeners.add(listening);
        return listening;
    }

    /** A listener at work. */
    public final class Listening implements AutoCloseable {

        private final Consumer<Receipt> listener;

        private Listening(Consumer<Receipt> listener) {
            this.listener = listener;
        }

        /** Whether it still hears receipts. */
        public boolean isOpen() {
            return listeners.contains(this);
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }
}
