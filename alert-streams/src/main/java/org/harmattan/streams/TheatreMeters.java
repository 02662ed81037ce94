package org.harmattan.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;

/** What an operator is woken by: how old a theatre's time is, and how far its assessment is behind its ledger. */
@Context
final class TheatreMeters {

    private static final double MILLIS = 1_000;

    private final TheatreBoard board;
    private final Clock clock;

    TheatreMeters(MeterRegistry registry, Catalogue catalogue, TheatreBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
        for (Theatre theatre : catalogue.theatres()) {
            String name = theatre.name();
            gauge(
                    registry,
                    name,
                    "harmattan.theatre.time.age.seconds",
                    "Age of the theatre's time; nothing where it is not sequenced here",
                    () -> timeAgeSeconds(name));
            gauge(
                    registry,
                    name,
                    "harmattan.theatre.behind.entries",
                    "Entries of the ledger not folded yet; nothing unless both steps run here",
                    () -> behindEntries(name));
        }
    }

    private static void gauge(
            MeterRegistry registry, String theatre, String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .tag("theatre", theatre)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private double timeAgeSeconds(String theatre) {
        TheatreBoard.Sequenced here = board.sequencedHere().get(theatre);
        return here == null || here.at().equals(Instant.EPOCH)
                ? Double.NaN
                : Duration.between(here.at(), clock.instant()).toMillis() / MILLIS;
    }

    private double behindEntries(String theatre) {
        TheatreBoard.Sequenced sequenced = board.sequencedHere().get(theatre);
        TheatreBoard.Assessed assessed = board.assessedHere().get(theatre);
        return sequenced == null || assessed == null
                ? Double.NaN
                : Math.max(0, sequenced.position().seq() - assessed.seq());
    }
}
