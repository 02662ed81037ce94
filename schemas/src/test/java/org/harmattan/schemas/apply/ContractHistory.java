package org.harmattan.schemas.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.harmattan.schemas.topic.Topic;
import org.harmattan.schemas.topic.TopicCatalogue;

/**
 * Every version of every contract that was ever released, oldest first, as files in {@code src/test/contracts}.
 *
 * <p>When a contract has changed on purpose, this keeps it as a further version:
 *
 * <pre>mvn test -pl schemas -Dtest=EarlierVersionsTest -Dharmattan.contracts.keep=true</pre>
 */
final class ContractHistory {

    private static final Path FOLDER = Path.of("src/test/contracts");

    private ContractHistory() {}

    /** The kept versions of one topic's value. */
    static List<Schema> versions(Topic<?, ?> topic) {
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; Files.exists(file(topic, version)); version++) {
            try {
                versions.add(new Schema.Parser().parse(Files.readString(file(topic, version))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return versions;
    }

    /** Keeps the contracts of this build as a further version where they differ from the last one. */
    static void keep() throws IOException {
        for (Topic<?, ?> topic : TopicCatalogue.live().all()) {
            if (topic.subject().isEmpty()) {
                continue;
            }
            Schema now = topic.subject().get().schema();
            List<Schema> kept = versions(topic);
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(now)) {
                Path file = file(topic, kept.size() + 1);
                Files.createDirectories(file.getParent());
                Files.writeString(file, now.toString(true) + System.lineSeparator());
                System.out.println("kept " + file);
            }
        }
    }

    private static Path file(Topic<?, ?> topic, int version) {
        return FOLDER.resolve(topic.shortName().replace(".restricted", "")).resolve("v" + version + ".avsc");
    }
}
