package org.harmattan.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.harmattan.schemas.assessment.AlertChange;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.AssignAlert;
import org.harmattan.schemas.command.Command;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.command.Role;
import org.junit.jupiter.api.Test;

/** What a watch officer does goes to the commands topic; what is said of it stays in the texts. */
class AlertCommandsTest {

    private final Rig rig = Rig.shared();
    private final Rig.Hand hand = Rig.hand();

    @Test
    void sendsTheDeedAndKeepsTheWords() {
        AlertEvent alert = shown(Audience.RESTRICTED, "TG-S");
        HttpResponse<String> taken =
                rig.post(path(alert, "assignment"), Rig.WATCH_OFFICER, "{\"assignee\":\"Aminata of the night watch\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        JsonNode answer = Rig.json(taken);

        ConsumerRecord<String, byte[]> record = record(answer);
        assertThat(record.key()).isEqualTo(alert.getAlertId());
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain("Aminata");
        Command command =
                hand.kafka().deserializer(hand.topics().commands()).deserialize(record.topic(), record.value());
        assertThat(command.getCommandId()).isEqualTo(answer.get("commandId").asText());
        assertThat(command.getRole()).isEqualTo(Role.WATCH_OFFICER);
        assertThat(command.getAudience()).isEqualTo(Audience.RESTRICTED);
        assertThat(command.getTheatres()).containsExactly(Samples.THEATRE);
        assertThat(command.getBody()).isEqualTo(new AssignAlert(alert.getAlertId()));

        JsonNode notes = rig.restricted("/api/v1/alerts/" + alert.getAlertId()).at("/alert/notes");
        assertThat(notes).hasSize(1);
        assertThat(notes.at("/0/words").asText()).isEqualTo("Aminata of the night watch");
    }

    @Test
    void theSameCommandIdIsKeptOnce() {
        AlertEvent alert = shown(Audience.RESTRICTED, "TG-P");
        String body = "{\"text\":\"quiet since noon\",\"commandId\":\"" + UUID.randomUUID() + "\"}";
        assertThat(rig.post(path(alert, "comment"), Rig.WATCH_OFFICER, body).statusCode())
                .isEqualTo(202);
        assertThat(rig.post(path(alert, "comment"), Rig.WATCH_OFFICER, body).statusCode())
                .isEqualTo(202);
        assertThat(rig.restricted("/api/v1/alerts/" + alert.getAlertId()).at("/alert/notes"))
                .hasSize(1);
    }

    @Test
    void onlyAWatchOfficerMayAndOnlyInTheOwnView() {
        AlertEvent restricted = shown(Audience.RESTRICTED, "TG-M");
        AlertEvent open = Samples.raised(Audience.OPEN, "TG-M", Level.ADVISORY, 215);
        hand.publish(open);
        await().untilAsserted(
                        () -> assertThat(rig.open("/api/v1/alerts").toString()).contains(open.getAlertId()));

        HttpResponse<String> nobody = rig.send(rig.request(path(restricted, "acknowledgement"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(rig.post(path(restricted, "acknowledgement"), Rig.ANALYST, "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(rig.post(path(open, "acknowledgement"), Rig.WATCH_OFFICER, "{}")
                        .statusCode())
                .as("an alert of the other audience")
                .isEqualTo(404);
        assertThat(rig.post(path(restricted, "acknowledgement"), Rig.WATCH_OFFICER, "{}")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void saysWhatIsWrong() {
        AlertEvent alert = shown(Audience.RESTRICTED, "TG-K");
        HttpResponse<String> bad =
                rig.post(path(alert, "comment"), Rig.WATCH_OFFICER, "{\"text\":\" \",\"commandId\":\"7\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(Rig.json(bad).at("/errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactly("text", "commandId");
        HttpResponse<String> unknown =
                rig.post(path(alert, "comment"), Rig.WATCH_OFFICER, "{\"text\":\"x\",\"mood\":\"bad\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("mood");

        hand.publish(Samples.next(alert, AlertChange.CLEARED, Level.NONE, 20));
        await().untilAsserted(() -> assertThat(rig.post(path(alert, "acknowledgement"), Rig.WATCH_OFFICER, "{}")
                        .statusCode())
                .isEqualTo(409));
    }

    private AlertEvent shown(Audience audience, String region) {
        AlertEvent alert = Samples.raised(audience, region, Level.ADVISORY, 215);
        hand.publish(alert);
        await().untilAsserted(() ->
                assertThat(rig.restricted("/api/v1/alerts").toString()).contains(alert.getAlertId()));
        return alert;
    }

    private static String path(AlertEvent alert, String deed) {
        return "/api/v1/alerts/" + alert.getAlertId() + "/" + deed;
    }

    private ConsumerRecord<String, byte[]> record(JsonNode taken) {
        TopicPartition partition = new TopicPartition(
                taken.get("topic").asText(), taken.get("partition").asInt());
        try (Consumer<String, byte[]> consumer = hand.kafka().consumer("look", Optional.empty())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, taken.get("offset").asLong());
            return await().until(
                            () -> consumer.poll(Duration.ofMillis(200)).records(partition).stream()
                                    .findFirst(),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }
}
