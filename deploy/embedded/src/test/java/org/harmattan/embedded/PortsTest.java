package org.harmattan.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import org.harmattan.parts.LoopbackPorts;
import org.harmattan.parts.PartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void theOffsetMovesEveryPort() {
        Ports ports = new Ports(100);

        assertThat(new int[] {
                    ports.console(),
                    ports.ingest(),
                    ports.notifier(),
                    ports.streams(),
                    ports.mailboxPage(),
                    ports.registry(),
                    ports.kafka(),
                    ports.postgres(),
                    ports.smtp()
                })
                .containsExactly(8180, 8181, 8182, 8183, 8184, 8185, 9192, 5533, 3125);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Ports.LARGEST_OFFSET + 1})
    void anOffsetOutOfRangeIsRefusedWithTheRange(int offset) {
        assertThatThrownBy(() -> new Ports(offset))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("0 to " + Ports.LARGEST_OFFSET);
    }

    @Test
    void everyTakenPortIsNamedWithWhoWantsIt() throws IOException {
        try (ServerSocket first = new ServerSocket(LoopbackPorts.free(), 1, LoopbackPorts.address())) {
            Ports ports = new Ports(first.getLocalPort() - 9092);
            try (ServerSocket second = new ServerSocket(ports.streams(), 1, LoopbackPorts.address())) {
                assertThatThrownBy(ports::check)
                        .isInstanceOf(PartFailure.class)
                        .hasMessageContaining("Port " + first.getLocalPort())
                        .hasMessageContaining("the Kafka broker")
                        .hasMessageContaining("Port " + second.getLocalPort())
                        .hasMessageContaining("alert-streams")
                        .hasMessageContaining("--port-offset");
            }
        }
    }
}
