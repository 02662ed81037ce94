package org.harmattan.streams;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Theatre;
import org.harmattan.schemas.topic.Lane;
import org.harmattan.schemas.topic.TopicCatalogue;

/**
 * UP when both applications have tasks that run, and the time of every theatre that this instance works on goes on. Its
 * details are for anybody, so they hold no number that would tell how much the restricted audience sees.
 */
@Singleton
@Readiness
final class StreamsHealth extends AbstractHealthIndicator<Map<String, String>> {

    private static final String FINE = "works";

    /** One pulse a minute of the theatre's time, and some patience. */
    private static final Duration PULSE_STALE = Duration.ofMinutes(3);

    private final Applications applications;
    private final TheatreBoard board;
    private final Catalogue catalogue;
    private final TopicCatalogue topics;
    private final StreamsSettings settings;
    private final Clock clock;

    StreamsHealth(
            Applications applications,
            TheatreBoard board,
            Catalogue catalogue,
            TopicCatalogue topics,
            StreamsSettings settings,
            Clock clock) {
        this.applications = applications;
        this.board = board;
        this.catalogue = catalogue;
        this.topics = topics;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected String getName() {
        return "streams";
    }

    @Override
    protected Map<String, String> getHealthInformation() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("sequence", applications.sequence().trouble().orElse(FINE));
        parts.put("assess", applications.assess().trouble().orElse(FINE));
        Set<Integer> sequencing =
                applications.sequence().activePartitions(topics.intake().name());
        Set<Integer> assessing =
                applications.assess().activePartitions(topics.ledger().name());
        for (Theatre theatre : catalogue.theatres()) {
            if (sequencing.contains(theatre.partition())) {
                parts.put("sequence " + theatre.name(), sequencing(theatre).orElse(FINE));
            }
            if (assessing.contains(theatre.partition())) {
                parts.put("assess " + theatre.name(), assessing(theatre).orElse(FINE));
            }
        }
        boolean up = parts.values().stream().allMatch(FINE::equals);
        healthStatus = up ? HealthStatus.UP : HealthStatus.DOWN;
        return parts;
    }

    private Optional<String> sequencing(Theatre theatre) {
        TheatreBoard.Sequenced here = board.sequencedHere().get(theatre.name());
        return here == null ? Optional.of("is being restored") : stale("time", here.at(), settings.staleAfter());
    }

    private Optional<String> assessing(Theatre theatre) {
        TheatreBoard.Assessed here = board.assessedHere().get(theatre.name());
        if (here == null) {
            return Optional.of("is being restored");
        }
        return stale("assessment", here.at(), settings.staleAfter())
                .or(() -> board.lastPulse(theatre.name()).flatMap(at -> stale("pulse", at, PULSE_STALE)));
    }

    /** Only the live lane's time is that of the wall clock. */
    private Optional<String> stale(String what, Instant at, Duration limit) {
        if (topics.lane().kind() != Lane.Kind.LIVE) {
            return Optional.empty();
        }
        if (at.equals(Instant.EPOCH)) {
            return Optional.of("waits for the first " + what);
        }
        Duration age = Duration.between(at, clock.instant());
        return age.compareTo(limit) > 0
                ? Optional.of("its " + what + " is " + age.toSeconds() + " s old")
                : Optional.empty();
    }
}
