package org.harmattan.ingest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Writes the answer to an import: one JSON object a line, the last one the outcome. */
final class AnswerLines {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Spool spool;
    private final AtomicLong rowsTold = new AtomicLong(-1);

    AnswerLines(Spool spool) {
        this.spool = spool;
    }

    /** Where it stands; not said twice. */
    void progress(Tally.Counts counts, long bytes) {
        long settled = counts.accepted() + counts.duplicate() + counts.rejected();
        if (rowsTold.getAndSet(settled + counts.rows()) == settled + counts.rows()) {
            return;
        }
        ObjectNode line = JSON.createObjectNode();
        line.putObject("progress")
                .put("rows", counts.rows())
                .put("accepted", counts.accepted())
                .put("duplicate", counts.duplicate())
                .put("rejected", counts.rejected())
                .put("bytes", bytes);
        write(line);
    }

    void rejected(Row.Unusable row) {
        rejected(row.number(), row.reason().name() + ": " + row.detail(), row.field(), row.line());
    }

    void rejected(Row.Usable row, String reason) {
        rejected(row.number(), reason, "", row.line());
    }

    private void rejected(long row, String reason, String field, String original) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("rejected")
                .put("row", row)
                .put("reason", reason)
                .put("field", field)
                .put("line", original);
        write(line);
    }

    void widened(long row, Row.Widening widening) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("widened")
                .put("row", row)
                .put("low", widening.low())
                .put("best", widening.best())
                .put("high", widening.high())
                .put(
                        "reason",
                        "best lies outside low to high: the range is widened to the least and the greatest of them");
        write(line);
    }

    /** The import could not be brought to its end. */
    void error(String detail) {
        ObjectNode line = JSON.createObjectNode();
        line.putObject("error").put("detail", detail);
        write(line);
    }

    void outcome(Tally.Counts counts, String importId) {
        ObjectNode line = JSON.createObjectNode();
        line.put("accepted", counts.accepted())
                .put("duplicate", counts.duplicate())
                .put("rejected", counts.rejected());
        ObjectNode by = line.putObject("rejectedBy");
        counts.rejectedBy().forEach(by::put);
        line.put("widened", counts.widened()).put("importId", importId);
        write(line);
    }

    private void write(ObjectNode line) {
        try {
            spool.add((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an object made of texts and numbers is JSON", e);
        }
    }
}
