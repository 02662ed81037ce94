package org.harmattan.embedded;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.PartFailure;
import org.harmattan.schemas.apply.RefusedPlan;
import org.harmattan.schemas.apply.Step;
import org.harmattan.schemas.apply.TopicsApply;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;
import org.harmattan.schemas.topic.TopicCatalogue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From an empty folder to a running Harmattan, and to its end. */
final class WholeRun {

    private static final Logger LOG = LoggerFactory.getLogger(WholeRun.class);
    private static final int FAILED = 1;

    private final RunOptions options;
    private final Path data;
    private final Screen screen;
    private final Running running = new Running();

    WholeRun(RunOptions options, Path data, Screen screen) {
        this.options = options;
        this.data = data;
        this.screen = screen;
    }

    /**
     * Starts everything, and returns when it cannot start or go on; a signal ends the process from elsewhere.
     *
     * @return the exit code
     */
    int untilItEnds() {
        StopOnSignal signal = StopOnSignal.install(running, screen);
        try {
            fail(start().firstEnd().join());
        } catch (Running.Stopped stopped) {
            // a signal came during the start; its hook stops everything and ends the process
            LOG.info("The start was interrupted");
        } catch (PartFailure | RefusedPlan failure) {
            LOG.error("The run cannot start", failure);
            fail(String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            LOG.error("The run cannot start", failure);
            fail(deepestMessage(failure) + " (see " + LogFiles.file(data) + ")");
        }
        if (running.stopping()) {
            awaitTheSignalsEnd();
        }
        signal.lift();
        StopOnSignal.stop(running);
        return FAILED;
    }

    private void fail(String message) {
        if (!running.stopping()) {
            screen.failure(message);
        }
    }

    private Parts start() {
        screen.say("Harmattan starts on this machine; its data is in " + data);
        DataDirectory directory = running.add("the data folder", DataDirectory.open(data));
        directory.endedOrphans().forEach(ended -> screen.say("  Ended what a killed run had left behind: " + ended));
        Ports ports = options.ports();
        ports.check();
        Parts parts =
                timed("Kafka, schema registry, PostgreSQL, mailbox", () -> Parts.start(directory, ports, running));
        RunKeys keys = RunKeys.in(data);
        prepare(parts, keys);
        List<ServiceStart> services = new Services(ports, parts, keys, data).all();
        for (ServiceStart service : services) {
            timed(service.name(), () -> running.add(service.name(), started(service)));
        }
        Readiness readiness = new Readiness();
        services.forEach(readiness::await);
        screen.whereEverythingIs(ports, data, keys.file());
        screen.ready(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
        if (options.open()) {
            Browser.open(Ports.url(ports.console()), screen);
        }
        return parts;
    }

    /** Topics, schemas and the first sources: only what is missing. */
    private void prepare(Parts parts, RunKeys keys) {
        try (ConfluentRegistry registry = new ConfluentRegistry(parts.registry().url())) {
            KafkaConnection kafka = new KafkaConnection(parts.broker().bootstrapServers(), registry);
            long start = System.nanoTime();
            try (Admin admin = kafka.admin("harmattan-topics")) {
                List<Step> steps = new TopicsApply(admin, registry)
                        .apply(TopicCatalogue.live().all(), step -> LOG.info("Topics: {}", step.describe()));
                if (!steps.isEmpty()) {
                    screen.done(steps.size() + " steps to make topics and schemas", millisSince(start));
                }
            }
            List<String> planted = new SourceSeeds(kafka).plant(keys.localSourceDigest());
            if (!planted.isEmpty()) {
                screen.say("  Sources: " + String.join(", ", planted));
            }
        } catch (IOException e) {
            throw new PartFailure("The connection to the schema registry cannot be closed: " + e.getMessage(), e);
        }
    }

    private static ApplicationContext started(ServiceStart service) {
        try {
            return service.start().apply(service.configuration());
        } catch (RuntimeException e) {
            throw new PartFailure(service.name() + " cannot start: " + deepestMessage(e), e);
        }
    }

    private <T> T timed(String step, Supplier<T> start) {
        long begin = System.nanoTime();
        T started = start.get();
        screen.done(step, millisSince(begin));
        return started;
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    private static String deepestMessage(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable cause = failure.getCause(); cause != null && cause != deepest; cause = cause.getCause()) {
            deepest = cause;
        }
        String said = deepest.getMessage();
        return said == null ? deepest.getClass().getSimpleName() : said;
    }

    private static void awaitTheSignalsEnd() {
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
