package org.harmattan.console.feed;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.harmattan.console.ConsoleSettings;
import org.harmattan.door.Principal;
import org.harmattan.schemas.audience.Audience;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The live stream (server-sent events). */
@Controller("/api/v1/stream")
@Tag(name = "stream")
final class StreamController {

    private final LiveFeed feed;
    private final CatchUp catchUp;
    private final Duration heartbeat;
    private final Scheduler blocking;

    StreamController(
            LiveFeed feed,
            CatchUp catchUp,
            ConsoleSettings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.feed = feed;
        this.catchUp = catchUp;
        this.heartbeat = Duration.ofSeconds(settings.feed().heartbeatSeconds());
        this.blocking = Schedulers.fromExecutorService(executor);
    }

    /**
     * Scores, alerts and signs of life as they come, of the asker's one audience. The first event is {@code hello}; then
     * {@code score}, {@code alert} and {@code pulse} carry the same records as the other answers. With Last-Event-ID it
     * goes on where the reader left: every event of an alert, and of each region the newest score. Comments keep a silent
     * connection open.
     *
     * @param principal who asks
     * @param lastEventId id of the last event seen, {@code theatre,seq,ordinal}
     */
    @Get(produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> stream(
            @Parameter(hidden = true) Principal principal, @Header("Last-Event-ID") @Nullable String lastEventId) {
        Audience audience = principal.audience();
        Optional<FeedPosition> last = Optional.ofNullable(lastEventId).flatMap(FeedPosition::parse);
        Flux<Event<String>> events = Flux.using(
                () -> feed.subscribe(audience),
                subscription -> events(audience, last, subscription),
                Subscription::close);
        return events.subscribeOn(blocking);
    }

    /** The subscription is open already: what is told while the database is asked waits in its queue. */
    private Flux<Event<String>> events(Audience audience, Optional<FeedPosition> last, Subscription subscription) {
        CatchUp.Beginning beginning = catchUp.begin(audience, last);
        Flux<Event<String>> heartbeats = Flux.interval(heartbeat)
                .onBackpressureDrop()
                .map(beat -> Event.of("").comment("heartbeat"));
        Flux<Event<String>> told = Flux.just(Event.of(beginning.hello()).name("hello"))
                .concatWith(Flux.fromIterable(beginning.missed()).map(Told::event))
                .concatWith(subscription.after(beginning.position()).map(Told::event));
        // a reader that does not keep up ends the feed, and the heartbeats must not hide that
        return told.materialize().mergeWith(heartbeats.materialize()).dematerialize();
    }
}
