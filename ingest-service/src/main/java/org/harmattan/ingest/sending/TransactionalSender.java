package org.harmattan.ingest.sending;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends several records in one transaction, one transaction at a time. After a failure it begins with a new producer. */
@Singleton
final class TransactionalSender {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalSender.class);

    private final Producers producers;
    private @Nullable Producer<String, byte[]> current;

    TransactionalSender(Producers producers) {
        this.producers = producers;
    }

    /** Ends what this instance may have left open when it was killed, without holding up the start. */
    @PostConstruct
    void start() {
        Thread first = new Thread(this::initialise, "end-open-transaction");
        first.setDaemon(true);
        first.start();
    }

    private synchronized void initialise() {
        try {
            producer();
        } catch (KafkaException e) {
            LOG.warn(
                    "no transaction can be begun yet ({}); the next array tries again",
                    e.getClass().getName());
        }
    }

    @PreDestroy
    synchronized void close() {
        discard();
    }

    synchronized List<Sent> send(List<ProducerRecord<String, byte[]>> records) {
        try {
            Producer<String, byte[]> producer = producer();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
            for (ProducerRecord<String, byte[]> record : records) {
                sent.add(producer.send(record));
            }
            producer.commitTransaction();
            return ReportSender.awaitAll(sent);
        } catch (KafkaException e) {
            discard(); // the next producer of the same id aborts what this one had begun
            throw new NotSent("the broker did not take the transaction", e);
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> producer = current;
        if (producer == null) {
            producer = producers.transactional();
            current = producer; // kept before it is initialised, so that a failure closes it
            try {
                producer.initTransactions();
            } catch (KafkaException e) {
                discard();
                throw e;
            }
        }
        return producer;
    }

    private void discard() {
        Producer<String, byte[]> producer = current;
        current = null;
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
    }
}
