package org.harmattan.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.harmattan.ledger.BrokenLedger;
import org.harmattan.schemas.ledger.LaneKind;
import org.harmattan.schemas.serde.SchemaUnavailable;
import org.harmattan.schemas.serde.UnreadableRecord;
import org.harmattan.schemas.topic.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong value stops the start with its key and what is allowed. */
class ConfigurationTest {

    @ParameterizedTest
    @CsvSource({
        "harmattan.streams.commit-interval-millis, 0",
        "harmattan.streams.commit-interval-millis, 1001",
        "harmattan.streams.standby-replicas, 4",
        "harmattan.streams.standby-replicas, -1",
        "harmattan.streams.instance-id, two words",
        "harmattan.streams.stale-after, 5s",
        "harmattan.lane, exercise.Not A Name",
        "harmattan.lane, dead",
    })
    void a_value_out_of_range_is_named(String key, String value) {
        String property = key.substring(key.lastIndexOf('.') + 1);
        assertThatThrownBy(() -> AlertStreams.start(Map.of("micronaut.server.port", -1, key, value)))
                .satisfies(thrown -> assertThat(allMessages(thrown))
                        .containsAnyOf(property, camelCase(property))
                        .containsAnyOf("must", "has 1 to 40"));
    }

    @Test
    void lanes_are_named_as_in_their_topics() {
        assertThat(LaneNames.parse("live")).isEqualTo(Lane.live());
        assertThat(LaneNames.parse("exercise.flintlock").prefix()).isEqualTo("harmattan.exercise.flintlock.");
        assertThat(LaneNames.parse("run.7").prefix()).isEqualTo("harmattan.run.7.");
        assertThat(LaneNames.kindOnLedger(LaneNames.parse("run.7"))).isEqualTo(LaneKind.RUN);
    }

    @Test
    void a_failure_tells_our_own_words_and_of_others_the_class_alone() {
        assertThat(Failure.of(new StreamsException(new BrokenLedger("needs core 2"))))
                .isEqualTo(new Failure("needs core 2", false));
        assertThat(Failure.of(new StreamsException(new UnreadableRecord("topic: no header"))))
                .isEqualTo(new Failure("topic: no header", false));
        assertThat(Failure.of(new SchemaUnavailable("the registry does not answer", new IOException()))
                        .passing())
                .isTrue();
        assertThat(Failure.of(new StreamsException(new TimeoutException("a secret"))))
                .isEqualTo(new Failure("the broker did not answer (TimeoutException)", true));
        assertThat(Failure.of(new StreamsException(new IllegalArgumentException("a secret"))))
                .isEqualTo(new Failure("java.lang.IllegalArgumentException", false));
    }

    @Test
    void the_settings_that_mattered_are_set() {
        StreamsSettings settings =
                new StreamsSettings("one", java.nio.file.Path.of("state"), 1, 20, Duration.ofSeconds(30));
        assertThat(StreamsProperties.of("app", "broker:1", settings))
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("commit.interval.ms", 20)
                .containsEntry("poll.ms", 5)
                .containsEntry("num.standby.replicas", 1)
                .containsEntry("producer.transaction.timeout.ms", 3_000)
                .containsEntry("main.consumer.session.timeout.ms", 6_000)
                .containsEntry("main.consumer.heartbeat.interval.ms", 1_500)
                .containsEntry("main.consumer.group.instance.id", "one")
                .containsEntry("ensure.explicit.internal.resource.naming", true);
    }

    private static String allMessages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static String camelCase(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String part : kebab.split("-")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }
}
