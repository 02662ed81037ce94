package org.harmattan.parts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run in a JVM of its own, so that a test can kill it the hard way. It starts the parts it is told to, prints a line
 * with their addresses, and then waits to be killed.
 */
final class ChildRun implements AutoCloseable {
    private final Process process;
    private final List<String> addresses;

    private ChildRun(Process process, List<String> addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /** Starts a run with these parts ("broker", "registry", "database") and returns when they are up. */
    static ChildRun start(Path data, String... parts) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-D" + Registry.HOME_PROPERTY + "=" + System.getProperty(Registry.HOME_PROPERTY),
                                "-D" + Database.HOME_PROPERTY + "=" + System.getProperty(Database.HOME_PROPERTY),
                                "-cp",
                                System.getProperty("java.class.path"),
                                ChildRun.class.getName(),
                                data.toString()),
                        Stream.of(parts))
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.startsWith("UP")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the child run ended before its parts were up");
        }
        return new ChildRun(
                process, List.of(line.substring("UP".length()).trim().split(" ")));
    }

    /** The address of the part that was named at that place: bootstrap servers, process id of registry or database. */
    String address(int place) {
        return addresses.get(place);
    }

    /** Kills the run; nothing in it gets to clean up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The child's side. */
    @SuppressWarnings("SystemOut") // standard output is how the parent hears that the parts are up
    public static void main(String[] arguments) throws InterruptedException {
        DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
        StringBuilder addresses = new StringBuilder("UP");
        for (String part : List.of(arguments).subList(1, arguments.length)) {
            addresses.append(' ').append(start(directory, part));
        }
        System.out.println(addresses);
        System.out.flush();
        Thread.currentThread().join();
    }

    private static String start(DataDirectory directory, String part) {
        return switch (part) {
            case "broker" -> Broker.start(directory, 0).bootstrapServers();
            case "registry" ->
                Long.toString(Registry.start(directory, 0).process().pid());
            case "database" -> {
                Database database = Database.start(directory, 0);
                database.create("kept");
                yield Long.toString(database.process().pid());
            }
            default -> throw new IllegalArgumentException(part);
        };
    }
}
