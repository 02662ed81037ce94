package org.harmattan.console.feed;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.harmattan.console.store.FeedEntry;
import org.harmattan.console.view.Alerts;
import org.harmattan.console.view.PulseView;
import org.harmattan.console.view.ScoreView;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Pulse;
import org.harmattan.schemas.assessment.RegionScore;
import org.jspecify.annotations.Nullable;

/** Writes events of the stream: the same records as in the API's answers. */
@Singleton
final class FeedWriter {

    private final JsonMapper json;
    private final Alerts alerts;
    private final Clock clock = Clock.systemUTC();

    FeedWriter(JsonMapper json, Alerts alerts) {
        this.json = json;
        this.alerts = alerts;
    }

    Optional<Told> score(FeedEntry entry, @Nullable RegionScore score) {
        return told(entry, "score", score == null ? null : ScoreView.of(score));
    }

    Optional<Told> alert(FeedEntry entry, @Nullable AlertEvent event) {
        return told(entry, "alert", event == null ? null : alerts.view(event));
    }

    Optional<Told> pulse(FeedEntry entry, @Nullable Pulse pulse) {
        return told(entry, "pulse", pulse == null ? null : PulseView.of(pulse, clock.instant()));
    }

    private Optional<Told> told(FeedEntry entry, String name, @Nullable Object view) {
        if (view == null) {
            return Optional.empty();
        }
        String id = new FeedPosition(entry.theatre(), entry.seq(), entry.ordinal()).toString();
        return Optional.of(new Told(entry.position(), id, name, write(view)));
    }

    String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
