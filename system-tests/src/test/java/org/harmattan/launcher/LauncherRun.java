package org.harmattan.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code ./harmattan run} as a child process, started from a folder that is not the checkout. */
final class LauncherRun implements AutoCloseable {

    /** The ports of the four services, without offset. */
    static final List<Integer> SERVICES = List.of(8080, 8081, 8082, 8083);

    private static final List<Integer> PORTS = List.of(8080, 8081, 8082, 8083, 8084, 8085, 9092, 5433, 3025);
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(12);

    /** So that the highest port stays below those that the system gives to outgoing connections. */
    private static final int HIGHEST_OFFSET = 22_000;

    private static final int LOWEST_OFFSET = 10_000;
    private static final int ATTEMPTS = 200;

    private final Process process;
    private final Path data;
    private final Path output;
    private final int offset;

    private LauncherRun(Process process, Path data, Path output, int offset) {
        this.process = process;
        this.data = data;
        this.output = output;
        this.offset = offset;
    }

    static LauncherRun start(Path data, int offset) throws IOException {
        Path output = Files.createTempFile("harmattan-run", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        root().resolve("harmattan").toString(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port-offset",
                        Integer.toString(offset))
                .directory(Path.of(System.getProperty("java.io.tmpdir")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // what is tested is what this build made, also while somebody edits
        builder.environment().put("HARMATTAN_NO_BUILD", "1");
        return new LauncherRun(builder.start(), data, output, offset);
    }

    /** Whether this build has made what the launcher starts; {@code mvn test} alone does not. */
    static boolean isBuilt() {
        return Files.exists(root().resolve("deploy/embedded/target/built"));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("harmattan"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("the tests must run inside the checkout");
        }
        return folder;
    }

    /** An offset at which all ports of a run are free. */
    static int freeOffset() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(LOWEST_OFFSET, HIGHEST_OFFSET);
            if (PORTS.stream().allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no offset with nine free ports was found");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Waits for the line that says so, or fails with all that was said. */
    void awaitReady() {
        Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the run has ended: " + said());
                    }
                    return said().contains("Harmattan is ready in");
                });
    }

    /** The exit code once the process has ended by itself. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the run does not end: " + said());
        }
        return process.exitValue();
    }

    /** Asks it to end as Ctrl-C does, and waits at most 12 s. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the run does not stop: " + said());
        }
        return process.exitValue();
    }

    /** Kills it, and only it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** All it has printed so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a service says of itself. */
    String health(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + offset) + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The processes that it started and that live. */
    List<ProcessHandle> children() throws IOException {
        Path records = data.resolve("children");
        if (!Files.isDirectory(records)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(records)) {
            return files.map(LauncherRun::recorded)
                    .flatMap(Optional::stream)
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    private static Optional<ProcessHandle> recorded(Path record) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(record)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcessHandle.of(Long.parseLong(properties.getProperty("pid")));
    }

    /** Leaves nothing behind, whatever a test has done. */
    @Override
    public void close() throws IOException {
        List<ProcessHandle> children = children();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        Files.deleteIfExists(output);
    }
}
