package org.harmattan.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;
import org.harmattan.schemas.serde.InMemorySchemaIds;
import org.junit.jupiter.api.Test;

/**
 * The topologies as they are checked in. Names of nodes and stores are names of changelogs: a change here is a change of
 * running systems. {@code mvn test -pl alert-streams -Dtest=TopologyDescriptionTest -Dharmattan.accept-topologies} writes
 * them anew.
 */
class TopologyDescriptionTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/harmattan/topology");

    @Test
    void route_and_sequence_is_as_described() throws IOException {
        check(
                "route-and-sequence.txt",
                TopologyBench.routeAndSequenceTopology(new InMemorySchemaIds(), LedgerTail.none()));
    }

    @Test
    void assess_is_as_described() throws IOException {
        check("assess.txt", TopologyBench.assessTopology(new InMemorySchemaIds()));
    }

    private static void check(String name, Topology topology) throws IOException {
        String now = topology.describe().toString();
        Path file = FOLDER.resolve(name);
        if (System.getProperty("harmattan.accept-topologies") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, now);
        }
        assertThat(now).isEqualTo(Files.readString(file));
    }
}
