package org.harmattan.schemas.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.harmattan.schemas.serde.Compatibility;
import org.harmattan.schemas.serde.Subjects;
import org.harmattan.schemas.topic.Topic;

/**
 * Makes topics and subjects as the catalogue wants them. Running it twice changes nothing the second time. It looks at
 * everything before it changes anything.
 */
public final class TopicsApply {

    private final Admin admin;
    private final Subjects subjects;

    public TopicsApply(Admin admin, Subjects subjects) {
        this.admin = admin;
        this.subjects = subjects;
    }

    /**
     * What has to be done, nothing when all is as it should be.
     *
     * @throws RefusedPlan when a topic exists with another number of partitions, or a schema would break readers
     */
    public List<Step> plan(Collection<Topic<?, ?>> wanted) {
        List<Step> steps = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        planTopics(wanted, steps, refusals);
        for (Topic<?, ?> topic : wanted) {
            topic.subject().ifPresent(subject -> planSubject(subject, steps, refusals));
        }
        if (!refusals.isEmpty()) {
            throw new RefusedPlan(refusals);
        }
        return List.copyOf(steps);
    }

    /** Plans and carries out, telling {@code told} of each step before it is done. */
    public List<Step> apply(Collection<Topic<?, ?>> wanted, Consumer<Step> told) {
        List<Step> steps = plan(wanted);
        List<NewTopic> created = new ArrayList<>();
        for (Step step : steps) {
            told.accept(step);
            if (step instanceof Step.CreateTopic create) {
                created.add(new NewTopic(
                                create.topic().name(),
                                Optional.of(create.topic().partitions()),
                                Optional.empty())
                        .configs(create.topic().configuration()));
            }
        }
        await("create topics", admin.createTopics(created).all());
        for (Step step : steps) {
            if (step instanceof Step.ConfigureTopic configure) {
                configure(configure);
            } else if (step instanceof Step.SetCompatibility set) {
                subjects.setCompatibility(set.subject().name(), set.subject().compatibility());
            } else if (step instanceof Step.RegisterSchema register) {
                subjects.register(register.subject().name(), register.subject().schema());
            }
        }
        return steps;
    }

    private void planTopics(Collection<Topic<?, ?>> wanted, List<Step> steps, List<String> refusals) {
        Set<String> existing =
                new HashSet<>(await("list topics", admin.listTopics().names()));
        List<Topic<?, ?>> present =
                wanted.stream().filter(topic -> existing.contains(topic.name())).toList();
        Map<String, TopicDescription> descriptions = await(
                "describe topics",
                admin.describeTopics(present.stream().map(Topic::name).toList()).allTopicNames());
        Map<ConfigResource, Config> configs = await(
                "read configurations",
                admin.describeConfigs(
                                present.stream().map(TopicsApply::resource).toList())
                        .all());
        for (Topic<?, ?> topic : wanted) {
            TopicDescription description = descriptions.get(topic.name());
            if (description == null) {
                steps.add(new Step.CreateTopic(topic));
                continue;
            }
            int partitions = description.partitions().size();
            if (partitions != topic.partitions()) {
                refusals.add(topic.name() + " has " + partitions + " partitions and wants " + topic.partitions()
                        + ": a change would break the order of what is in it. Make a new cluster or a new lane.");
            }
            Map<String, String> changes = changes(topic, configs.getOrDefault(resource(topic), new Config(List.of())));
            if (!changes.isEmpty()) {
                steps.add(new Step.ConfigureTopic(topic, changes));
            }
        }
    }

    private static Map<String, String> changes(Topic<?, ?> topic, Config now) {
        Map<String, String> changes = new TreeMap<>(topic.configuration());
        changes.entrySet().removeIf(wanted -> {
            ConfigEntry entry = now.get(wanted.getKey());
            return entry != null && wanted.getValue().equals(entry.value());
        });
        return changes;
    }

    private void planSubject(Topic.Subject subject, List<Step> steps, List<String> refusals) {
        if (!subjects.compatibility(subject.name())
                .equals(Optional.of(subject.compatibility().name()))) {
            steps.add(new Step.SetCompatibility(subject));
        }
        List<Schema> versions = subjects.versions(subject.name());
        if (versions.contains(subject.schema())) {
            return;
        }
        try {
            validator(subject.compatibility()).validate(subject.schema(), versions);
            steps.add(new Step.RegisterSchema(subject, versions.size()));
        } catch (SchemaValidationException e) {
            refusals.add(subject.name() + ": the new schema is not " + subject.compatibility() + " with the "
                    + versions.size() + " there already: " + e.getMessage());
        }
    }

    /** Avro's own validator: a registry's dry run may look at the newest version only. */
    static SchemaValidator validator(Compatibility compatibility) {
        SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
        return switch (compatibility) {
            case BACKWARD_TRANSITIVE -> builder.canReadStrategy().validateAll();
            case FULL_TRANSITIVE -> builder.mutualReadStrategy().validateAll();
        };
    }

    private void configure(Step.ConfigureTopic step) {
        List<AlterConfigOp> operations = step.changes().entrySet().stream()
                .map(change -> new AlterConfigOp(
                        new ConfigEntry(change.getKey(), change.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        Map<ConfigResource, Collection<AlterConfigOp>> request = new HashMap<>();
        request.put(resource(step.topic()), operations);
        await(
                "configure " + step.topic().name(),
                admin.incrementalAlterConfigs(request).all());
    }

    private static ConfigResource resource(Topic<?, ?> topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static <T> T await(String what, KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("could not " + what + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while about to " + what, e);
        }
    }
}
