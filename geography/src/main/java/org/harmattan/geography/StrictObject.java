package org.harmattan.geography;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One JSON object of a catalogue's files. What is missing, misspelt or of the wrong type becomes a finding. */
final class StrictObject {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Findings findings;
    private final String file;
    private final String path;
    private final JsonNode node;

    private StrictObject(Findings findings, String file, String path, JsonNode node) {
        this.findings = findings;
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** The object that a whole file is; empty when the file is no JSON object. */
    static Optional<StrictObject> parse(byte[] bytes, String file, Findings findings) {
        JsonNode node;
        try {
            node = MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            findings.add(file, where, "this is not valid JSON (" + e.getOriginalMessage() + ")", "correct it there");
            return Optional.empty();
        } catch (IOException e) {
            findings.add(file, "", "the file cannot be read (" + e + ")", "store it as UTF-8");
            return Optional.empty();
        }
        if (!node.isObject()) {
            findings.add(file, "", "the file does not hold a JSON object", "begin it with { and end it with }");
            return Optional.empty();
        }
        return Optional.of(new StrictObject(findings, file, "", node));
    }

    String path(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    String path() {
        return path;
    }

    void problem(String field, String problem, String fix) {
        findings.add(file, field.isEmpty() ? path : path(field), problem, fix);
    }

    void allowOnly(String... known) {
        Set<String> allowed = new TreeSet<>(List.of(known));
        for (String name : fieldNames()) {
            if (!allowed.contains(name)) {
                problem(name, "there is no such field", "remove it; the fields are " + String.join(", ", allowed));
            }
        }
    }

    List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    boolean has(String field) {
        return node.has(field);
    }

    /** A text that is there, is not blank and has no blank at either end. */
    Optional<String> text(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            problem(field, value == null ? "this field is missing" : "this must be a text", "give it a text");
            return Optional.empty();
        }
        if (!value.textValue().equals(value.textValue().strip())) {
            problem(field, "the text begins or ends with a blank", "remove the blank");
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    Optional<Integer> wholeNumber(String field, int least, int most) {
        JsonNode value = node.get(field);
        if (value == null || !value.isInt() || value.intValue() < least || value.intValue() > most) {
            problem(
                    field,
                    value == null ? "this field is missing" : "this is " + value,
                    "give a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return Optional.of(value.intValue());
    }

    Optional<CountryCode> country(String field) {
        return text(field).flatMap(value -> {
            if (CountryCode.isWellFormed(value)) {
                return Optional.of(new CountryCode(value));
            }
            problem(field, "'" + value + "' is no country code", "use two capital letters of ISO 3166-1, such as ML");
            return Optional.empty();
        });
    }

    Optional<RegionCode> region(String field) {
        return text(field).flatMap(value -> {
            if (RegionCode.isWellFormed(value)) {
                return Optional.of(new RegionCode(value));
            }
            problem(field, "'" + value + "' is no region code", "use the shape of ISO 3166-2, such as ML-5");
            return Optional.empty();
        });
    }

    /** The value as it is, when it is there. */
    Optional<JsonNode> raw(String field) {
        return Optional.ofNullable(node.get(field));
    }

    Optional<StrictObject> object(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isObject()) {
            problem(field, value == null ? "this field is missing" : "this must be an object", "give an object {…}");
            return Optional.empty();
        }
        return Optional.of(new StrictObject(findings, file, path(field), value));
    }

    /** The objects of a list; a list that is missing or empty is a finding. */
    List<StrictObject> objects(String field) {
        List<StrictObject> objects = new ArrayList<>();
        JsonNode list = list(field);
        for (int i = 0; i < list.size(); i++) {
            String here = path(field) + "[" + i + "]";
            if (list.get(i).isObject()) {
                objects.add(new StrictObject(findings, file, here, list.get(i)));
            } else {
                findings.add(file, here, "this must be an object", "write it as {…}");
            }
        }
        return objects;
    }

    /** The texts of a list; one that is no text gives an empty text, so that positions stay as they are. */
    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode list = list(field);
        for (int i = 0; i < list.size(); i++) {
            if (!list.get(i).isTextual()) {
                findings.add(file, path(field) + "[" + i + "]", "this must be a text", "write it in quotes");
            }
            texts.add(list.get(i).asText());
        }
        return texts;
    }

    private JsonNode list(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray() || value.isEmpty()) {
            problem(field, value == null ? "this field is missing" : "this must be a list", "give a list with entries");
            return MAPPER.createArrayNode();
        }
        return value;
    }
}
