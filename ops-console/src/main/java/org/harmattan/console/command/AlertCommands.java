package org.harmattan.console.command;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.harmattan.console.store.Assessments;
import org.harmattan.console.store.Texts;
import org.harmattan.console.view.Answers;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.AlertState;
import org.harmattan.schemas.client.KafkaConnection;
import org.harmattan.schemas.command.AcknowledgeAlert;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.CommentAlert;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/** Writes commands about alerts. The words go to the texts first, under the command's id, then the deed to its topic. */
@Singleton
public final class AlertCommands {

    private static final Duration BROKER = Duration.ofSeconds(10);

    private final KafkaConnection kafka;
    private final Topic<String, Command> topic;
    private final Assessments assessments;
    private final Texts texts;
    private final Clock clock = Clock.systemUTC();
    private final Producer<String, byte[]> producer;

    AlertCommands(KafkaConnection kafka, TopicCatalogue topics, Assessments assessments, Texts texts) {
        this.kafka = kafka;
        this.topic = topics.commands();
        this.assessments = assessments;
        this.texts = texts;
        this.producer = kafka.producer("console-commands");
    }

    /**
     * Sends a command and waits until the broker has it.
     *
     * @throws ProblemException 404 when the alert is not in the principal's view, 409 when it has ended, 503 when the broker
     *     does not answer
     */
    public Answers.CommandTaken send(Principal principal, Deed deed) {
        AlertEvent alert = assessments
                .alert(principal.audience(), deed.alertId())
                .orElseThrow(() -> new ProblemException(
                        404,
                        "not-found",
                        "There is no such alert",
                        "No alert with this id is in your view. An alert has another id in the other audience."));
        if (alert.getState() == AlertState.ENDED) {
            throw new ProblemException(
                    409,
                    "alert-ended",
                    "The alert has ended",
                    "It is no longer in force, so nothing can be done about it. Load the board anew.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        deed.words()
                .ifPresent(words -> texts.keepNote(
                        principal.audience(),
                        new Texts.Note(
                                deed.commandId(),
                                deed.alertId(),
                                deed.kind().name(),
                                words,
                                principal.role().name(),
                                now)));
        Command command = Command.newBuilder()
                .setCommandId(deed.commandId())
                .setIssuedAt(now)
                .setRole(principal.role())
                .setAudience(principal.audience())
                .setTheatres(List.of(alert.getTheatre()))
                .setBody(body(deed))
                .build();
        RecordMetadata place = await(new ProducerRecord<>(topic.name(), deed.alertId(), kafka.bytes(topic, command)));
        return new Answers.CommandTaken(
                deed.commandId(), deed.alertId(), place.topic(), place.partition(), place.offset());
    }

    private static Object body(Deed deed) {
        return switch (deed.kind()) {
            case ACKNOWLEDGEMENT -> new AcknowledgeAlert(deed.alertId());
            case ASSIGNMENT -> new AssignAlert(deed.alertId());
            case COMMENT -> new CommentAlert(deed.alertId());
        };
    }

    private RecordMetadata await(ProducerRecord<String, byte[]> sent) {
        try {
            return producer.send(sent).get(BROKER.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw noAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noAnswer();
        }
    }

    private static ProblemException noAnswer() {
        return new ProblemException(
                503,
                "broker-unavailable",
                "The broker does not answer",
                "It is not known whether the command was taken. Send it again with the same commandId: it is done once.");
    }

    @PreDestroy
    void close() {
        producer.close(BROKER);
    }
}
