package org.harmattan.console.feed;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.harmattan.console.store.FeedEntry;
import org.harmattan.console.store.Outputs;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.harmattan.schemas.audience.Audience;

/** Hands what was just committed to every open connection of the same audience. It keeps nothing. */
@Singleton
public final class LiveFeed {

    private final Map<Audience, Set<Subscription>> subscriptions =
            Map.of(Audience.OPEN, ConcurrentHashMap.newKeySet(), Audience.RESTRICTED, ConcurrentHashMap.newKeySet());
    private final FeedWriter writer;

    LiveFeed(FeedWriter writer, MeterRegistry meters) {
        this.writer = writer;
        subscriptions.forEach((audience, open) -> Gauge.builder("harmattan.console.streams", open, Set::size)
                .description("Open live streams")
                .tag("audience", audience.name())
                .register(meters));
    }

    /** From now on the subscription gets all that is told to its audience, until it is closed. */
    Subscription subscribe(Audience audience) {
        Set<Subscription> open = of(audience);
        Subscription subscription = new Subscription(open::remove);
        open.add(subscription);
        return subscription;
    }

    /** Tells what was committed. Called by the one reader of the audience, in the order of positions. */
    public void tell(Audience audience, List<FeedEntry> entries, Outputs outputs) {
        Set<Subscription> open = of(audience);
        if (open.isEmpty() || entries.isEmpty()) {
            return;
        }
        List<Told> told = told(entries, outputs);
        open.forEach(subscription -> subscription.offer(told));
    }

    /**
     * Ends every open connection of an audience, because something may have been committed that was not told. Each reader
     * comes back with the id of what it saw last and gets what it missed from the database.
     */
    public void sendAway(Audience audience) {
        of(audience).forEach(Subscription::end);
    }

    private List<Told> told(List<FeedEntry> entries, Outputs outputs) {
        Map<String, RegionScore> scores = new HashMap<>();
        outputs.scores().forEach(score -> scores.put(score.value().getRegion(), score.value()));
        Map<String, AlertEvent> alerts = new HashMap<>();
        outputs.alerts().forEach(alert -> alerts.put(key(alert.value()), alert.value()));
        Map<String, Pulse> pulses = new HashMap<>();
        outputs.pulses().forEach(pulse -> pulses.put(pulse.value().getTheatre(), pulse.value()));
        List<Told> told = new ArrayList<>();
        for (FeedEntry entry : entries) {
            switch (entry.kind()) {
                case SCORE -> writer.score(entry, scores.get(entry.key())).ifPresent(told::add);
                case ALERT ->
                    writer.alert(entry, alerts.get(entry.key() + " " + entry.version()))
                            .ifPresent(told::add);
                case PULSE -> writer.pulse(entry, pulses.get(entry.key())).ifPresent(told::add);
            }
        }
        return told;
    }

    private static String key(AlertEvent event) {
        return event.getAlertId() + " " + event.getVersion();
    }

    private Set<Subscription> of(Audience audience) {
        Set<Subscription> open = subscriptions.get(audience);
        if (open == null) {
            throw new IllegalArgumentException("audience: nobody belongs to " + audience);
        }
        return open;
    }
}
