package org.harmattan.parts;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A schema registry (Apicurio Registry) as a child process, kept in a file database, speaking Confluent's API on
 * loopback. Ids survive a restart.
 */
public final class Registry implements AutoCloseable {
    /** The system property that names the folder with the unpacked registry. */
    public static final String HOME_PROPERTY = "harmattan.registry.home";

    private static final String NAME = "registry";
    private static final String API = "/apis/ccompat/v7";
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    private static final long PROBE_MILLIS = 100;
    private static final int PROBE_TIMEOUT_MILLIS = 2_000;

    private final Process process;
    private final Orphans orphans;
    private final int port;

    private Registry(Process process, Orphans orphans, int port) {
        this.process = process;
        this.orphans = orphans;
        this.port = port;
    }

    /**
     * Starts a registry and returns when it answers (three to six seconds).
     *
     * @param directory it keeps its schemas and its log in the folder {@code registry} of it
     * @param port 0 for any free one
     * @throws PartFailure if the port is taken, the program is not unpacked where {@link #HOME_PROPERTY} says, or it does
     *     not come up; the message ends with the last lines of its log
     */
    public static Registry start(DataDirectory directory, int port) {
        Path folder = directory.folder(NAME);
        Path runner = runner();
        int claimed = LoopbackPorts.claim("the schema registry", port);
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path log = Children.freshLog(folder.resolve("registry.log"));
        ProcessBuilder builder = new ProcessBuilder(Children.apart(command(java, runner, folder, claimed)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new PartFailure("The schema registry cannot be started: " + e.getMessage(), e);
        }
        boolean ready = false;
        Registry registry = new Registry(process, directory.orphans(), claimed);
        try {
            directory.orphans().record(NAME, process.toHandle(), java);
            registry.awaitReady(log);
            ready = true;
            return registry;
        } finally {
            if (!ready) {
                registry.close();
            }
        }
    }

    private static List<String> command(Path java, Path runner, Path folder, int port) {
        return List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=h2",
                "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.resolve("schemas"),
                "-Dquarkus.http.host=" + LoopbackPorts.HOST,
                "-Dquarkus.http.port=" + port,
                "-jar",
                runner.toString());
    }

    private static Path runner() {
        String advice = " Build it with: mvn -pl deploy/parts process-resources";
        String home = Optional.ofNullable(System.getProperty(HOME_PROPERTY))
                .orElseThrow(() -> new PartFailure("The schema registry is not found: the system property "
                        + HOME_PROPERTY + " must name the folder that it is unpacked in." + advice));
        try (Stream<Path> files = Files.list(Path.of(home))) {
            return files.filter(file -> String.valueOf(file.getFileName()).endsWith("-runner.jar"))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElseThrow(() -> new PartFailure(
                            "The schema registry is not unpacked in the folder " + home + "." + advice));
        } catch (IOException e) {
            throw new PartFailure(
                    "The folder " + home + " of the schema registry (" + HOME_PROPERTY + ") cannot be read." + advice,
                    e);
        }
    }

    private void awaitReady(Path log) {
        Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!answers()) {
            if (exitsWithin(PROBE_MILLIS)) {
                throw new PartFailure("The schema registry ended at its start with code " + process.exitValue()
                        + ". The end of " + log + ":\n" + Children.tail(log));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailure("The schema registry did not answer within " + START_TIMEOUT.toSeconds()
                        + " s. The end of " + log + ":\n" + Children.tail(log));
            }
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
            connection.setConnectTimeout(PROBE_TIMEOUT_MILLIS);
            connection.setReadTimeout(PROBE_TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            // The request is the question whether it is up, and this is its "no".
            return false;
        }
    }

    private boolean exitsWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while waiting for the schema registry.", e);
        }
    }

    /** The base address for Confluent's client, ending in {@code /apis/ccompat/v7}. */
    public String url() {
        return "http://" + LoopbackPorts.HOST + ":" + port + API;
    }

    /** The port. */
    public int port() {
        return port;
    }

    /** Completes when the process ends, whoever ended it. */
    public CompletableFuture<ProcessHandle> ended() {
        return process.toHandle().onExit();
    }

    /** The child process, for tests that kill it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Ends the process: asks first, kills after ten seconds. */
    @Override
    public void close() {
        process.destroy();
        if (!exitsWithin(STOP_TIMEOUT.toMillis())) {
            process.destroyForcibly();
            exitsWithin(STOP_TIMEOUT.toMillis());
        }
        orphans.forget(NAME);
    }
}
