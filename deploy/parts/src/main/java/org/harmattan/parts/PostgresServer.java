package org.harmattan.parts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The server's process and its files: made once, started and stopped by PostgreSQL's own programs. */
final class PostgresServer {
    private static final String NAME = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Backends of a server that was killed need a moment to notice; until then a new one refuses the same data. */
    private static final String STILL_ENDING = "pre-existing shared memory block";

    private static final Duration BACKEND_PATIENCE = Duration.ofSeconds(10);
    private static final long RETRY_MILLIS = 200;
    private static final int PASSWORD_BYTES = 24;
    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;

    /** Small, but safe: {@code fsync} and {@code synchronous_commit} stay on, the notifier's inbox depends on them. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", LoopbackPorts.HOST,
            "unix_socket_directories", "",
            "shared_buffers", "32MB",
            "max_connections", "120",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private final Path programs;
    private final Path folder;
    private final Path data;
    private final Orphans orphans;
    private int port;

    PostgresServer(Path programs, Path folder, Orphans orphans) {
        this.programs = programs;
        this.folder = folder;
        this.data = folder.resolve("data");
        this.orphans = orphans;
    }

    int port() {
        return port;
    }

    /** Ends a server that still runs on these data, and removes the mark of one that no longer does. */
    void clearLeftovers() {
        Path mark = data.resolve("postmaster.pid");
        if (!Files.exists(mark)) {
            return;
        }
        List<String> lines = Database.read(mark).lines().toList();
        long pid = number(lines, PID_LINE);
        Instant started = Instant.ofEpochSecond(Math.max(0, number(lines, START_LINE)));
        String executable = realServer();
        Optional<ProcessHandle> left = pid <= 0 ? Optional.empty() : ProcessHandle.of(pid);
        left.filter(process -> Orphans.isSame(process, started, executable)).ifPresent(Orphans::end);
        try {
            // Left standing, it makes the server refuse when the number has meanwhile gone to some other process.
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new PartFailure("The leftover " + mark + " cannot be removed.", e);
        }
    }

    /** The number in a line of the mark; -1 if a kill came before it was written. */
    private static long number(List<String> lines, int line) {
        String text = lines.size() > line ? lines.get(line).trim() : "";
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /**
     * Makes the server's data unless they are there.
     *
     * @return the password of the account
     */
    String initialise() {
        Path passwordFile = folder.resolve("password");
        if (Files.isDirectory(data)) {
            return Database.read(passwordFile);
        }
        // Made beside and moved when complete, so that a kill in between leaves nothing that looks like data.
        Path making = folder.resolve("data.making");
        deleteTree(making);
        writeSecret(passwordFile, secret());
        run(
                "initdb",
                List.of(
                        "--pgdata=" + making,
                        "--username=" + Database.USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        try {
            Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's data cannot be moved to " + data + ": " + e.getMessage(), e);
        }
        return Database.read(passwordFile);
    }

    void start(int claimedPort) {
        port = claimedPort;
        Path log = Children.freshLog(folder.resolve("server.log"));
        StringBuilder options = new StringBuilder("-p " + port);
        SETTINGS.forEach((key, value) ->
                options.append(" -c ").append(key).append("='").append(value).append('\''));
        Instant deadline = Instant.now().plus(BACKEND_PATIENCE);
        List<String> arguments = List.of(
                "--pgdata=" + data,
                "--log=" + log,
                "--options=" + options,
                "--wait",
                "--timeout=" + PATIENCE.toSeconds(),
                "--silent",
                "start");
        while (exitCode("pg_ctl", arguments) != 0) {
            String said = Children.tail(log);
            if (!said.contains(STILL_ENDING) || Instant.now().isAfter(deadline)) {
                throw new PartFailure("PostgreSQL does not start. The end of " + log + ":\n" + said);
            }
            Children.freshLog(log);
            pause();
        }
        orphans.record(NAME, process(), programs.resolve("bin").resolve("postgres"));
    }

    ProcessHandle process() {
        String pid = Database.read(data.resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .orElse("")
                .trim();
        return ProcessHandle.of(Long.parseLong(pid))
                .orElseThrow(
                        () -> new PartFailure("PostgreSQL (process " + pid + ") has ended by itself. The end of its"
                                + " log:\n" + Children.tail(folder.resolve("server.log"))));
    }

    void stop() {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            run(
                    "pg_ctl",
                    List.of("--pgdata=" + data, "--mode=fast", "--wait", "--timeout=" + PATIENCE.toSeconds(), "stop"));
        }
        orphans.forget(NAME);
    }

    private void run(String program, List<String> arguments) {
        if (exitCode(program, arguments) != 0) {
            throw new PartFailure(
                    "PostgreSQL's " + program + " failed. The end of " + toolLog() + ":\n" + Children.tail(toolLog()));
        }
    }

    private Path toolLog() {
        return folder.resolve("tools.log");
    }

    private int exitCode(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, with root's files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(Children.apart(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(toolLog().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        try {
            Process process = builder.start();
            if (!process.waitFor(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PartFailure("PostgreSQL's " + program + " did not end in time.");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while PostgreSQL's " + program + " was running.", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && Children.onPath("unshare").isPresent();
    }

    private String realServer() {
        Path server = programs.resolve("bin").resolve("postgres");
        try {
            return server.toRealPath().toString();
        } catch (IOException e) {
            throw new PartFailure("The program " + server + " is not there.", e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void writeSecret(Path file, String secret) {
        try {
            Files.deleteIfExists(file);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, secret, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new PartFailure("The password file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new PartFailure("The half-made " + tree + " cannot be removed.", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
