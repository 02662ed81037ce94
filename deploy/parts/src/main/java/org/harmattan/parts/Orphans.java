package org.harmattan.parts;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child processes of a run, on file, so that the next run finds and ends those that outlived a {@code kill -9} of
 * their parent. A process counts as the recorded one only if its start and its executable agree: the system gives
 * numbers of ended processes to new ones.
 */
final class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    /** Linux derives the start from the boot time, which moves by a second when the clock is adjusted. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Path folder;

    Orphans(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes a child down, durably enough for a kill of this process.
     *
     * @param name which part it is; a later record of the same name replaces it
     * @param executable the file it runs
     */
    void record(String name, ProcessHandle process, Path executable) {
        Properties record = new Properties();
        record.setProperty("pid", Long.toString(process.pid()));
        record.setProperty("executable", real(executable));
        process.info().startInstant().ifPresent(start -> record.setProperty("started", start.toString()));
        Path file = folder.resolve(name);
        Path fresh = folder.resolve(name + ".new");
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
                record.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PartFailure("The child process " + name + " cannot be recorded in " + folder + ".", e);
        }
    }

    /** Strikes a child that has ended. */
    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new PartFailure("The record of " + name + " in " + folder + " cannot be removed.", e);
        }
    }

    /**
     * Ends every recorded process that still lives: asks first, then kills.
     *
     * @return one line for each that was ended
     */
    List<String> endAll() {
        List<String> ended = new ArrayList<>();
        for (Path file : records()) {
            String name = String.valueOf(file.getFileName());
            Optional<ProcessHandle> left = name.endsWith(".new") ? Optional.empty() : stillAlive(file);
            left.ifPresent(process -> {
                end(process);
                ended.add(name + " (process " + process.pid() + ")");
                LOG.info("Ended {} (process {}), left behind by a run that was killed", name, process.pid());
            });
            forget(name);
        }
        return List.copyOf(ended);
    }

    private List<Path> records() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new PartFailure("The records of child processes in " + folder + " cannot be read.", e);
        }
    }

    private static Optional<ProcessHandle> stillAlive(Path file) {
        Properties record = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            record.load(reader);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PartFailure("The record of a child process " + file + " cannot be read.", e);
        }
        long pid = Long.parseLong(record.getProperty("pid", "-1"));
        Instant started = Optional.ofNullable(record.getProperty("started"))
                .map(Instant::parse)
                .orElse(Instant.EPOCH);
        String executable = record.getProperty("executable", "");
        return pid <= 0
                ? Optional.empty()
                : ProcessHandle.of(pid).filter(process -> isSame(process, started, executable));
    }

    /** Whether a process is the one meant: it lives, it started then, and it runs that file. */
    static boolean isSame(ProcessHandle process, Instant started, String executable) {
        ProcessHandle.Info info = process.info();
        boolean sameStart = info.startInstant()
                .map(start -> Duration.between(started, start).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
        boolean sameExecutable = info.command().map(executable::equals).orElse(false);
        return process.isAlive() && sameStart && sameExecutable;
    }

    /** Asks a process to end, and kills it and its children if it does not in time. */
    static void end(ProcessHandle process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!endsWithin(process, PATIENCE)) {
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            if (!endsWithin(process, PATIENCE)) {
                throw new PartFailure("Process " + process.pid() + ", left behind by a run that was killed,"
                        + " does not end. End it by hand, then start again.");
            }
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("Interrupted while process " + process.pid() + " was ending.", e);
        } catch (ExecutionException e) {
            throw new PartFailure("The end of process " + process.pid() + " cannot be observed.", e);
        }
    }

    private static String real(Path executable) {
        try {
            return executable.toRealPath().toString();
        } catch (IOException e) {
            throw new PartFailure("The program " + executable + " is not there.", e);
        }
    }
}
