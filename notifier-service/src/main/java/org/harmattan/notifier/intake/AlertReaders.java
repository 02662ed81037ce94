package org.harmattan.notifier.intake;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;

/** One reader and thread for each audience of the live lane. */
@Context
public final class AlertReaders {

    private final List<AlertReader> readers;
    private final List<Thread> threads = new ArrayList<>();

    AlertReaders(KafkaConnection kafka, Transactions transactions, TopicOffsets offsets, Intake intake, Clock clock) {
        readers = List.of(
                new AlertReader(kafka, Audience.OPEN, transactions, offsets, intake, clock),
                new AlertReader(kafka, Audience.RESTRICTED, transactions, offsets, intake, clock));
    }

    @PostConstruct
    void start() {
        for (AlertReader reader : readers) {
            Thread thread = new Thread(reader, "read-" + reader.topic().shortName());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        readers.forEach(AlertReader::stop);
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            thread.interrupt();
        }
    }

    /** How the reading of each topic goes, by the topic's name. */
    public Map<String, Reading> readings() {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readers.forEach(reader -> readings.put(reader.topic().name(), reader.reading()));
        return readings;
    }

    /**
     * Chooses where to begin with a topic that was made anew.
     *
     * @return false when there is nothing to choose; empty when no such topic is read
     */
    public Optional<Boolean> choose(String topic, From from) {
        return readers.stream()
                .filter(reader -> reader.topic().name().equals(topic))
                .findFirst()
                .map(reader -> reader.choose(from));
    }
}
