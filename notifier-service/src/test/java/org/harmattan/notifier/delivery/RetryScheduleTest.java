package org.harmattan.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void waitsGrowAndEnd() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(RetrySchedule::afterFailed))
                .extracting(java.util.Optional::orElseThrow)
                .containsExactly(
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(5),
                        Duration.ofHours(10),
                        Duration.ofHours(10));
        assertThat(RetrySchedule.afterFailed(8)).isEmpty();
    }
}
