package org.harmattan.streams;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Refuses to start on topics that are not as they must be: Streams itself would join unequal ones without a word. */
final class TopicGuard {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private TopicGuard() {}

    /** @throws IllegalStateException if a topic is missing or has another number of partitions, or no broker answers */
    static void check(KafkaConnection kafka, TopicCatalogue topics) {
        List<Topic<?, ?>> wanted = topics.all();
        try (Admin admin = kafka.admin("harmattan-streams-guard")) {
            Set<String> there = admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Set<String> missing = new TreeSet<>(KafkaConnection.names(wanted));
            missing.removeAll(there);
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "topics are missing: " + String.join(", ", missing) + ". Run 'harmattan topics apply' first.");
            }
            var descriptions = admin.describeTopics(KafkaConnection.names(wanted))
                    .allTopicNames()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (Topic<?, ?> topic : wanted) {
                int partitions = Objects.requireNonNull(descriptions.get(topic.name()))
                        .partitions()
                        .size();
                if (partitions != topic.partitions()) {
                    throw new IllegalStateException(topic.name() + " has " + partitions + " partitions and must have "
                            + topic.partitions() + ": make a new cluster or a new lane");
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "harmattan.kafka.bootstrap-servers: no broker answers at " + kafka.bootstrapServers(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at the topics", e);
        }
    }
}
