package org.harmattan.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.harmattan.parts.Broker;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.Database;
import org.harmattan.parts.LoopbackPorts;
import org.harmattan.parts.Registry;

/** The parts of the embedded run, on free ports and in a temporary folder. */
public final class EmbeddedPlatform implements Platform {

    private final Path folder;
    private final DataDirectory directory;
    private final Broker broker;
    private final Registry registry;
    private final Database database;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    /** Starts all three; takes some seconds. */
    public EmbeddedPlatform() {
        try {
            folder = Files.createTempDirectory("harmattan-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        directory = DataDirectory.open(folder);
        var registryStart = CompletableFuture.supplyAsync(() -> Registry.start(directory, LoopbackPorts.free()));
        var databaseStart = CompletableFuture.supplyAsync(() -> Database.start(directory, LoopbackPorts.free()));
        broker = Broker.start(directory, LoopbackPorts.free());
        registry = registryStart.join();
        database = databaseStart.join();
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
        return urls.computeIfAbsent(name, database::create);
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
        database.close();
        registry.close();
        broker.close();
        directory.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(EmbeddedPlatform::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
