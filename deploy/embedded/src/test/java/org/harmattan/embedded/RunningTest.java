package org.harmattan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<String> stopped = new ArrayList<>();
    private final Running running = new Running();

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }

    @Test
    void partsAreStoppedInTheReverseOrderAndOnce() {
        running.add("broker", part("broker"));
        running.add("service", part("service"));

        assertThat(running.stop()).isTrue();
        assertThat(running.stop()).isTrue();

        assertThat(stopped).containsExactly("service", "broker");
    }

    @Test
    void aPartThatDoesNotStopKeepsNoOtherFromStopping() {
        running.add("broker", part("broker"));
        running.add("service", () -> {
            throw new IllegalStateException("stuck");
        });

        assertThat(running.stop()).isFalse();

        assertThat(stopped).containsExactly("broker");
    }

    @Test
    void whatComesUpDuringTheStopIsStoppedAtOnce() {
        running.stop();

        assertThatThrownBy(() -> running.add("late", part("late"))).isInstanceOf(Running.Stopped.class);

        assertThat(stopped).containsExactly("late");
        assertThat(running.stopping()).isTrue();
    }
}
