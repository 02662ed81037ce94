package org.harmattan.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.junit.jupiter.api.Test;

/** What {@code docs/webhooks.md} shows is what is sent. */
class WebhookDocumentTest {

    private final Bench bench = Bench.shared();

    @Test
    void theDocumentedBodyHasTheFieldsOfARealOne() throws IOException {
        String region = Bench.region();
        try (Receiver receiver = new Receiver()) {
            bench.subscribe(receiver, region);
            bench.publish(new Alerts(region, Audience.OPEN, bench.clock).raised(Level.ADVISORY));
            await().until(() -> receiver.calls().size() == 1);
            assertThat(paths(documented()))
                    .isEqualTo(paths(receiver.calls().get(0).json()));
        }
    }

    private static JsonNode documented() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "webhooks.md"));
        int begin = page.indexOf("```json") + "```json".length();
        return new ObjectMapper().readTree(page.substring(begin, page.indexOf("```", begin)));
    }

    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        node.properties().forEach(field -> {
            paths.add(path + "/" + field.getKey());
            collect(field.getValue(), path + "/" + field.getKey(), paths);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, path + "[]", paths));
        }
    }
}
