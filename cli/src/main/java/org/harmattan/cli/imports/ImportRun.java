package org.harmattan.cli.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.harmattan.cli.session.CommandFailure;
import org.jspecify.annotations.Nullable;

/** One file on its way to the service, and the service's lines on their way back. */
final class ImportRun {

    private static final int HTTP_OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI target;
    private final String bearer;
    private final Path file;
    private volatile @Nullable DuplexPost post;
    private volatile boolean cut;

    /** The person has interrupted the import and been told how far it was. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Cut(IOException cause) {
            super("the import was interrupted", cause);
        }
    }

    ImportRun(URI service, String bearer, String layout, Path file) {
        String base = service.toString().replaceAll("/+$", "");
        this.target = URI.create(base + "/v1/imports?format=" + URLEncoder.encode(layout, StandardCharsets.UTF_8));
        this.bearer = bearer;
        this.file = file;
    }

    /**
     * Sends the file and returns when every row has its outcome.
     *
     * @throws CommandFailure if the service cannot be reached, refuses, or breaks off
     * @throws Cut after {@link #cut()}
     */
    Tally send(ProgressLine progress, RejectFile rejects) {
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + bearer,
                "Content-Type",
                contentType(),
                "Accept",
                "application/x-ndjson, application/problem+json");
        try (DuplexPost open = DuplexPost.open(target, headers)) {
            post = open;
            open.send(file, progress::sent);
            DuplexPost.Answer answer = open.answer();
            if (answer.status() != HTTP_OK) {
                throw refused(answer);
            }
            return outcome(answer, progress, rejects);
        } catch (IOException e) {
            if (cut) {
                throw new Cut(e);
            }
            throw new CommandFailure(
                    "the connection to ingest-service at " + target.getAuthority() + " failed ("
                            + e.getMessage() + "). Is './harmattan run' up? Then run the same command again:"
                            + " what is there already counts as duplicate",
                    e);
        }
    }

    private String contentType() {
        return String.valueOf(file.getFileName()).endsWith(".gz") ? "application/gzip" : "text/csv";
    }

    private Tally outcome(DuplexPost.Answer answer, ProgressLine progress, RejectFile rejects) throws IOException {
        String text = answer.line();
        while (text != null) {
            if (!text.isBlank()) {
                JsonNode line = parsed(text);
                if (line.has("accepted")) {
                    return Tally.of(line);
                }
                take(line, progress, rejects);
            }
            text = answer.line();
        }
        throw new CommandFailure("the import broke off after " + progress.describe()
                + ". Run the same command again: what is there already counts as duplicate");
    }

    private static void take(JsonNode line, ProgressLine progress, RejectFile rejects) {
        if (line.has("progress")) {
            progress.counted(Counts.of(line.get("progress")));
        } else if (line.has("rejected")) {
            JsonNode row = line.get("rejected");
            rejects.add(
                    row.path("row").asLong(),
                    row.path("reason").asText(""),
                    row.path("field").asText(""),
                    row.path("line").asText(""));
        } else if (line.has("error")) {
            JsonNode error = line.get("error");
            throw new CommandFailure("ingest-service gave up: "
                    + (error.isTextual() ? error.asText() : error.path("detail").asText("no reason given"))
                    + ". Run the same command again: what is there already counts as duplicate");
        }
        // any other line is a notice that the last line counts
    }

    private static CommandFailure refused(DuplexPost.Answer answer) throws IOException {
        String body = answer.all();
        JsonNode problem = null;
        try {
            problem = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure("ingest-service refused with status " + answer.status(), e);
        }
        StringBuilder text = new StringBuilder("ingest-service refused (" + answer.status() + "): ")
                .append(problem.path("title").asText(""));
        if (problem.hasNonNull("detail")) {
            text.append(". ").append(problem.get("detail").asText());
        }
        for (JsonNode error : problem.path("errors")) {
            text.append(" [")
                    .append(error.path("field").asText())
                    .append("] ")
                    .append(error.path("problem").asText())
                    .append(' ')
                    .append(error.path("fix").asText());
        }
        return new CommandFailure(text.toString());
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandFailure("ingest-service answered something that is no JSON", e);
        }
    }

    /** Cuts the connection; {@link #send} fails in its thread. */
    void cut() {
        cut = true;
        DuplexPost open = post;
        if (open != null) {
            open.close();
        }
    }
}
