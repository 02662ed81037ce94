package org.harmattan.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of one or several imports, as the service counted them.
 *
 * @param accepted rows that are on the ledger now
 * @param duplicate rows that were there already
 * @param rejected rows that could not be used
 * @param rejectedBy the last, by reason
 * @param widened rows whose range of fatalities was widened
 * @param importIds ids of the imports, in order
 */
record Tally(
        long accepted,
        long duplicate,
        long rejected,
        Map<String, Long> rejectedBy,
        long widened,
        List<String> importIds) {

    Tally {
        rejectedBy = Map.copyOf(rejectedBy);
        importIds = List.copyOf(importIds);
    }

    static Tally none() {
        return new Tally(0, 0, 0, Map.of(), 0, List.of());
    }

    /** Reads the service's last line. */
    static Tally of(JsonNode line) {
        Map<String, Long> by = new TreeMap<>();
        line.path("rejectedBy")
                .properties()
                .forEach(reason -> by.put(reason.getKey(), reason.getValue().asLong()));
        String id = line.path("importId").asText("");
        return new Tally(
                line.path("accepted").asLong(),
                line.path("duplicate").asLong(),
                line.path("rejected").asLong(),
                by,
                line.path("widened").asLong(),
                id.isEmpty() ? List.of() : List.of(id));
    }

    /** All rows that have an outcome. */
    long rows() {
        return accepted + duplicate + rejected;
    }

    Tally plus(Tally other) {
        Map<String, Long> by = new TreeMap<>(rejectedBy);
        other.rejectedBy.forEach((reason, rows) -> by.merge(reason, rows, Long::sum));
        List<String> ids = new ArrayList<>(importIds);
        ids.addAll(other.importIds);
        return new Tally(
                accepted + other.accepted,
                duplicate + other.duplicate,
                rejected + other.rejected,
                by,
                widened + other.widened,
                ids);
    }

    /** The line that {@code --json} ends with. */
    ObjectNode toJson() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("accepted", accepted).put("duplicate", duplicate).put("rejected", rejected);
        ObjectNode by = line.putObject("rejectedBy");
        new TreeMap<>(rejectedBy).forEach(by::put);
        line.put("widened", widened);
        importIds.forEach(line.putArray("importIds")::add);
        return line;
    }
}
