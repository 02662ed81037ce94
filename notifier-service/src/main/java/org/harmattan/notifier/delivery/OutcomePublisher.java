package org.harmattan.notifier.delivery;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.harmattan.notifier.database.DatabaseFailure;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.delivery.DeliveryOutcome;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the audit trail: each outcome at least once, those of one delivery in order. */
@Context
final class OutcomePublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomePublisher.class);
    private static final int BATCH = 200;
    private static final long LOOK_AGAIN_MILLIS = 1_000;
    private static final long AFTER_FAILURE_MILLIS = 5_000;

    private final Topic<String, DeliveryOutcome> topic = TopicCatalogue.live().deliveries();
    private final KafkaConnection kafka;
    private final Transactions transactions;
    private final Outcomes outcomes;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "publish-outcomes");
    private volatile boolean stopping;

    OutcomePublisher(KafkaConnection kafka, Transactions transactions, Outcomes outcomes) {
        this.kafka = kafka;
        this.transactions = transactions;
        this.outcomes = outcomes;
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        news.release();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        thread.interrupt();
    }

    /** Says that there is something new; it is found without this too, a second later. */
    void look() {
        news.release();
    }

    private void run() {
        try (Producer<String, byte[]> producer = kafka.producer("harmattan-notifier-outcomes")) {
            while (!stopping) {
                boolean failed = !publishAll(producer);
                if (news.tryAcquire(failed ? AFTER_FAILURE_MILLIS : LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            // asked to stop while waiting
            Thread.currentThread().interrupt();
        }
    }

    private boolean publishAll(Producer<String, byte[]> producer) throws InterruptedException {
        try {
            int published;
            do {
                published = publish(producer);
            } while (published == BATCH && !stopping);
            return true;
        } catch (KafkaException | DatabaseFailure e) {
            LOG.warn("Outcomes wait to be published: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("Outcomes wait to be published", e);
            return false;
        }
    }

    private int publish(Producer<String, byte[]> producer) throws InterruptedException {
        List<Outcomes.Unpublished> batch = new ArrayList<>();
        transactions.run(connection -> {
            batch.addAll(outcomes.unpublished(connection, BATCH));
            if (!batch.isEmpty()) {
                send(producer, batch);
                outcomes.published(connection, batch);
            }
        });
        return batch.size();
    }

    private void send(Producer<String, byte[]> producer, List<Outcomes.Unpublished> batch) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Outcomes.Unpublished unpublished : batch) {
            DeliveryOutcome outcome = unpublished.outcome();
            sent.add(producer.send(new ProducerRecord<>(
                    topic.name(),
                    null,
                    outcome.getAt().toEpochMilli(),
                    outcome.getDeliveryId(),
                    kafka.bytes(topic, outcome))));
        }
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new KafkaException("the broker did not take an outcome", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("stopped while publishing", e);
            }
        }
    }
}
