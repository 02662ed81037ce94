package org.harmattan.streams;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.intake.ClockProposal;
import org.harmattan.schemas.intake.IntakeEntry;
import org.harmattan.schemas.topic.Lane;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the time to every theatre's intake once a second. The sequencer takes what is newer; this only proposes. */
@Context
final class ClockProposer {

    private static final Logger LOG = LoggerFactory.getLogger(ClockProposer.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(1);

    private final KafkaConnection kafka;
    private final Topic<String, IntakeEntry> intake;
    private final Catalogue catalogue;
    private final StreamsSettings settings;
    private final Clock clock;
    private final Producer<String, byte[]> producer;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "propose-time");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean failing = new AtomicBoolean();

    ClockProposer(
            KafkaConnection kafka,
            TopicCatalogue topics,
            Catalogue catalogue,
            StreamsSettings settings,
            Clock clock,
            Applications running) {
        // the applications come first: topics that are not as they must be stop the start before anything is written
        this.kafka = kafka;
        this.intake = topics.intake();
        this.catalogue = catalogue;
        this.settings = settings;
        this.clock = clock;
        producer = kafka.producer(running.sequence().name() + "-clock-" + settings.instanceId());
        if (topics.lane().kind() != Lane.Kind.RUN) {
            // a run's own producer is the only one that may tell its time
            var unused = timer.scheduleAtFixedRate(this::proposeTime, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void proposeTime() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Theatre theatre : catalogue.theatres()) {
            try {
                IntakeEntry proposal = new IntakeEntry(new ClockProposal(now, settings.instanceId()));
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        intake.name(), theatre.partition(), theatre.name(), kafka.bytes(intake, proposal));
                var unused = producer.send(
                        record, (metadata, exception) -> told(exception == null ? "" : exception.toString()));
            } catch (RuntimeException e) {
                // a timer that throws never fires again, and without time nothing happens any more
                told(e.toString());
            }
        }
    }

    /** Says once that it fails and once that it works again. A proposal holds no content that could be told. */
    private void told(String problem) {
        boolean fails = !problem.isEmpty();
        if (failing.getAndSet(fails) != fails) {
            if (fails) {
                LOG.warn("the time cannot be proposed: {}", problem);
            } else {
                LOG.info("the time is proposed again");
            }
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        producer.close(STOPS_WITHIN);
    }
}
