package org.harmattan.ingest.source;

import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.harmattan.door.KeyDigest;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.door.SourceKeys;
import org.harmattan.ingest.following.TopicFollower;
import org.harmattan.ingest.following.TopicFollower.From;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.source.Source;
import org.harmattan.schemas.source.SourceState;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.jspecify.annotations.Nullable;

/** All sources as their topic tells them, followed from its beginning for as long as the service runs. Thread-safe. */
@Context
public final class SourceRegistry implements SourceKeys {

    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final TopicFollower<Source> follower;
    private final Clock clock;

    SourceRegistry(KafkaConnection kafka, TopicCatalogue topics, Clock clock) {
        this.clock = clock;
        this.follower = new TopicFollower<>(kafka, topics.sources(), From.BEGINNING, this::take);
    }

    @PostConstruct
    void start() {
        follower.start();
    }

    @PreDestroy
    void stop() {
        follower.close();
    }

    private void take(String sourceId, @Nullable Source source) {
        if (source == null) {
            sources.remove(sourceId);
        } else {
            sources.put(sourceId, source);
        }
    }

    /** Whether all sources are known that were registered when the service started. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    /** Whether changes of sources still arrive. */
    public boolean isAlive() {
        return follower.isAlive();
    }

    /**
     * The grade of a source that may send.
     *
     * @throws ProblemException 403 when the source is not registered or was revoked
     */
    public Grade grade(String sourceId) {
        awaitStart();
        Source source = sources.get(sourceId);
        if (source == null) {
            throw new ProblemException(
                    403,
                    "source-unknown",
                    "There is no such source",
                    "The source " + sourceId + " is not in the source registry; an administrator can add it.");
        }
        if (source.getState() != SourceState.ACTIVE) {
            throw new ProblemException(
                    403,
                    "source-revoked",
                    "This source may not send",
                    "The source " + sourceId + " was revoked; an administrator can say why.");
        }
        return Grade.of(source);
    }

    /** The holder of a key, be the source revoked or not: it is told so by {@link #grade}. */
    @Override
    public Optional<Principal> find(String digest) {
        awaitStart();
        return sources.values().stream()
                .filter(source -> holds(source, digest))
                .map(source -> Principal.ofSource(source.getSourceId()))
                .findFirst();
    }

    private boolean holds(Source source, String digest) {
        boolean current = source.getKeyDigest() != null && KeyDigest.same(source.getKeyDigest(), digest);
        boolean previous = source.getPreviousKeyDigest() != null
                && KeyDigest.same(source.getPreviousKeyDigest(), digest)
                && source.getPreviousKeyUntil() != null
                && clock.instant().isBefore(source.getPreviousKeyUntil());
        return current || previous;
    }

    private void awaitStart() {
        if (!isCaughtUp()) {
            throw new ProblemException(
                    503,
                    "starting",
                    "The service is starting",
                    "The source registry has not been read yet; try again in a few seconds.");
        }
    }
}
