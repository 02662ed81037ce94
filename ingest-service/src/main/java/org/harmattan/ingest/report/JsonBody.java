package org.harmattan.ingest.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.ProblemException;

/** Reads a body as JSON, strictly: one value, no field twice. */
final class JsonBody {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** @throws ProblemException 400 that says where the body stops being JSON, and quotes nothing of it */
    static JsonNode read(byte[] body) {
        try {
            JsonNode root = STRICT.readTree(body);
            if (root == null || root.isMissingNode()) {
                throw broken("", "is empty");
            }
            return root;
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            throw broken(
                    location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr(),
                    "is not JSON, or has a field twice,");
        } catch (IOException e) {
            throw broken("", "is not UTF-8");
        }
    }

    private static ProblemException broken(String where, String problem) {
        return new ProblemException(
                400,
                "broken-json",
                "The body is not JSON",
                "The body " + problem + where + ". Nothing was taken.",
                List.of(new FieldProblem(
                        "body", problem + where, "send one report, or an array of reports, in UTF-8")));
    }
}
