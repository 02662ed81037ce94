package org.harmattan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import org.harmattan.parts.Broker;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.Database;
import org.harmattan.parts.Registry;

/** The parts in this JVM and its child processes, on free ports of loopback, in a folder that is removed at the end. */
public final class EmbeddedPlatform implements Platform {
    private final Path folder;
    private final Deque<AutoCloseable> lastFirst;
    private final Broker broker;
    private final Registry registry;
    private final Database database;

    private EmbeddedPlatform(
            Path folder, Deque<AutoCloseable> lastFirst, Broker broker, Registry registry, Database database) {
        this.folder = folder;
        this.lastFirst = lastFirst;
        this.broker = broker;
        this.registry = registry;
        this.database = database;
    }

    /** Starts all three; when one does not come up, the others are ended again. */
    public static EmbeddedPlatform start() {
        Path folder;
        try {
            folder = Files.createTempDirectory("harmattan-platform-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the parts", e);
        }
        Deque<AutoCloseable> lastFirst = new ConcurrentLinkedDeque<>();
        boolean complete = false;
        try {
            DataDirectory directory = kept(lastFirst, DataDirectory.open(folder));
            // Side by side: the registry and PostgreSQL are processes of their own.
            CompletableFuture<Registry> registry =
                    CompletableFuture.supplyAsync(() -> kept(lastFirst, Registry.start(directory, 0)));
            CompletableFuture<Database> database =
                    CompletableFuture.supplyAsync(() -> kept(lastFirst, Database.start(directory, 0)));
            CompletableFuture<Broker> broker =
                    CompletableFuture.supplyAsync(() -> kept(lastFirst, Broker.start(directory, 0)));
            // All have come up or failed before any is used, so that a failure leaves none starting behind it.
            CompletableFuture<Void> all = CompletableFuture.allOf(registry, database, broker);
            all.handle((nothing, failure) -> failure == null).join();
            all.join();
            complete = true;
            return new EmbeddedPlatform(folder, lastFirst, broker.join(), registry.join(), database.join());
        } finally {
            if (!complete) {
                closeAll(lastFirst);
                delete(folder);
            }
        }
    }

    private static <T extends AutoCloseable> T kept(Deque<AutoCloseable> lastFirst, T part) {
        lastFirst.addFirst(part);
        return part;
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public String jdbcUrl(String name) {
        return database.create(name);
    }

    @Override
    public String databaseUser() {
        return Database.USER;
    }

    @Override
    public String databasePassword() {
        return database.password();
    }

    @Override
    public void close() {
        closeAll(lastFirst);
        lastFirst.clear();
        delete(folder);
    }

    private static void closeAll(Deque<AutoCloseable> lastFirst) {
        IllegalStateException failure = new IllegalStateException("not every part could be closed");
        for (AutoCloseable part : lastFirst) {
            try {
                part.close();
            } catch (Exception e) {
                // The others must end too; all failures are reported together below.
                failure.addSuppressed(e);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the parts cannot be removed", e);
        }
    }
}
