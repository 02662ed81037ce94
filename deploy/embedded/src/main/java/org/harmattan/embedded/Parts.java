package org.harmattan.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.harmattan.parts.Broker;
import org.harmattan.parts.DataDirectory;
import org.harmattan.parts.Database;
import org.harmattan.parts.Registry;
import org.harmattan.parts.mailbox.Mailbox;

/**
 * The real parts under the services.
 *
 * @param broker Kafka
 * @param registry the schema registry
 * @param database PostgreSQL
 * @param databaseUrl the JDBC address of the services' database
 * @param mailbox where mail goes
 */
record Parts(Broker broker, Registry registry, Database database, String databaseUrl, Mailbox mailbox) {

    private static final String DATABASE = "harmattan";

    /**
     * Starts them side by side: two of them are processes of their own.
     *
     * @throws org.harmattan.parts.PartFailure if one does not come up; the message names it
     */
    static Parts start(DataDirectory directory, Ports ports, Running running) {
        CompletableFuture<Registry> registry =
                beside(() -> running.add("the schema registry", Registry.start(directory, ports.registry())));
        CompletableFuture<Database> database =
                beside(() -> running.add("PostgreSQL", Database.start(directory, ports.postgres())));
        CompletableFuture<Broker> broker = beside(() -> running.add("Kafka", Broker.start(directory, ports.kafka())));
        // all three must have come to an end, or a failed one would leave the others to start behind the stop
        CompletableFuture<Void> all = CompletableFuture.allOf(registry, database, broker);
        all.exceptionally(failure -> null).join();
        joined(all);
        Mailbox mailbox = running.add("the mailbox", Mailbox.start(directory, ports.smtp(), ports.mailboxPage()));
        Database postgres = joined(database);
        return new Parts(joined(broker), joined(registry), postgres, postgres.create(DATABASE), mailbox);
    }

    /** Completes when one of the two processes has ended, with a line that says which. */
    CompletableFuture<String> firstEnd() {
        return firstOf(
                registry.ended().thenApply(process -> ended("The schema registry", process)),
                database.ended().thenApply(process -> ended("PostgreSQL", process)));
    }

    private static <T> CompletableFuture<T> firstOf(CompletableFuture<T> one, CompletableFuture<T> other) {
        return one.applyToEither(other, first -> first);
    }

    private static String ended(String name, ProcessHandle process) {
        return name + " (process " + process.pid() + ") has ended by itself, so everything stops. Its log is in its"
                + " folder beside the data; './harmattan run' starts again.";
    }

    private static <T> CompletableFuture<T> beside(Supplier<T> start) {
        CompletableFuture<T> started = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        started.complete(start.get());
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                    }
                },
                "start-part");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private static <T> T joined(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
