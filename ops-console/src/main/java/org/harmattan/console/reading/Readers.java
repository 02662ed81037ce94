package org.harmattan.console.reading;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.harmattan.console.ConsoleSettings;
import org.harmattan.console.feed.LiveFeed;
import org.harmattan.console.store.FeedLog;
import org.harmattan.console.store.Offsets;
import org.harmattan.console.store.ReadModel;
import org.harmattan.console.store.Sql;
import org.harmattan.console.store.Texts;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.TopicCatalogue;

/** The console's readers: one for each audience, one for the reports. */
@Context
public final class Readers {

    private final List<TopicReader> readers;

    Readers(
            KafkaConnection kafka,
            TopicCatalogue topics,
            Sql sql,
            ReadModel model,
            Texts texts,
            LiveFeed feed,
            FeedLog log,
            ConsoleSettings settings,
            MeterRegistry meters) {
        Clock clock = Clock.systemUTC();
        List<TopicReader> made = new ArrayList<>();
        for (Audience audience : List.of(Audience.OPEN, Audience.RESTRICTED)) {
            Batch batch = new AssessmentBatch(
                    audience, topics, model, feed, log, settings.feed().keptEntries());
            String name = audience.name().toLowerCase(Locale.ROOT);
            made.add(new TopicReader(name, kafka, sql, Offsets.ofRead(sql), batch, clock));
        }
        Batch reports = new ReportBatch(topics, texts);
        made.add(new TopicReader("reports", kafka, sql, Offsets.ofTexts(sql), reports, clock));
        readers = List.copyOf(made);
        for (TopicReader reader : readers) {
            Gauge.builder(
                            "harmattan.console.lag.records",
                            reader,
                            r -> r.state().lag())
                    .description("Records still to be read; -1 while it does not read")
                    .tag("reader", reader.name())
                    .register(meters);
        }
    }

    @PostConstruct
    void start() {
        readers.forEach(TopicReader::start);
    }

    /** How each reader is, by name; one whose thread has ended is STUCK or STOPPED. */
    public Map<String, ReaderState> states() {
        Map<String, ReaderState> states = new LinkedHashMap<>();
        readers.forEach(reader -> states.put(reader.name(), reader.state()));
        return states;
    }

    @PreDestroy
    void stop() {
        readers.forEach(TopicReader::close);
    }
}
