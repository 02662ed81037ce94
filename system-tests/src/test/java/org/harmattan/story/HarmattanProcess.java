package org.harmattan.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.serde.ConfluentRegistry;

/** {@code ./harmattan run} as a child process on ports and a data folder of its own. */
final class HarmattanProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] DEFAULT_PORTS = {8080, 8081, 8082, 8083, 8084, 8085, 9092, 5433, 3025};
    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int portOffset;
    private Process process;

    private HarmattanProcess(Path data, int portOffset) {
        this.data = data;
        this.portOffset = portOffset;
        this.process = launch();
    }

    /** Starts on an empty or used data folder and waits until all four services say UP. */
    static HarmattanProcess start(Path data) {
        HarmattanProcess harmattan = new HarmattanProcess(data, freeOffset());
        harmattan.awaitHealthy();
        return harmattan;
    }

    /** Starts again on the same data and ports. */
    void startAgain() {
        process = launch();
        awaitHealthy();
    }

    private Process launch() {
        try {
            Files.createDirectories(data);
            return command("run", "--data", data.toString(), "--port-offset", Integer.toString(portOffset))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("console.log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(root().resolve("harmattan").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root().toFile());
        builder.environment().put("HARMATTAN_NO_BUILD", "1");
        return builder;
    }

    private void awaitHealthy() {
        Awaitility.await("all four services UP; see " + data.resolve("console.log"))
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(
                                "the run ended: " + Files.readString(data.resolve("console.log")));
                    }
                    return IntStream.rangeClosed(8080, 8083).allMatch(this::isUp);
                });
    }

    private boolean isUp(int defaultPort) {
        try {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(defaultPort, "/health")));
            return answer.statusCode() == 200
                    && JSON.readTree(answer.body()).path("status").asText().equals("UP");
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** The command line, as a person would use it, against this run. */
    CommandResult cli(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--port-offset", Integer.toString(portOffset), "--data", data.toString()));
        try {
            Path out = Files.createTempFile(data, "cli", ".out");
            Path err = Files.createTempFile(data, "cli", ".err");
            Process cli = command(all.toArray(String[]::new))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!cli.waitFor(180, TimeUnit.SECONDS)) {
                cli.destroyForcibly();
                throw new IllegalStateException(String.join(" ", arguments) + " did not end: " + Files.readString(err));
            }
            return new CommandResult(cli.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a command left behind. */
    record CommandResult(int exitCode, String out, String err) {
        JsonNode lastLineAsJson() {
            return json(out.lines().reduce((first, second) -> second).orElse("{}"));
        }
    }

    /** Ends everything at once, children too, as a power cut would. */
    void killHard() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                killHard();
                throw new IllegalStateException("the run did not stop within 20 s of SIGTERM");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            killHard();
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    KafkaConnection kafka() {
        return new KafkaConnection(
                "localhost:" + (9092 + portOffset),
                new ConfluentRegistry("http://localhost:" + (8085 + portOffset) + "/apis/ccompat/v7"));
    }

    String key(String name) {
        try {
            return JSON.readTree(data.resolve("keys.json").toFile()).path(name).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(int defaultPort, String path) {
        return URI.create("http://localhost:" + (defaultPort + portOffset) + path);
    }

    HttpResponse<String> get(int defaultPort, String path, Optional<String> key) {
        return send(withKey(HttpRequest.newBuilder(uri(defaultPort, path)).GET(), key));
    }

    JsonNode getJson(int defaultPort, String path, Optional<String> key) {
        HttpResponse<String> answer = get(defaultPort, path, key);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    HttpResponse<String> post(int defaultPort, String path, String body, Optional<String> key) {
        return send(withKey(
                HttpRequest.newBuilder(uri(defaultPort, path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                key));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static HttpRequest.Builder withKey(HttpRequest.Builder request, Optional<String> key) {
        key.ifPresent(k -> request.header("Authorization", "Bearer " + k));
        return request;
    }

    /** The folder of the project: the one with the launcher in it. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("harmattan"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "no launcher above " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** An offset whose ports are all free and below those that the system gives to clients. */
    private static int freeOffset() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int offset = ThreadLocalRandom.current().nextInt(11_000, 22_000);
            if (IntStream.of(DEFAULT_PORTS).allMatch(port -> isFree(port + offset))) {
                return offset;
            }
        }
        throw new IllegalStateException("no free set of ports");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
