package org.harmattan.ingest.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.harmattan.door.FieldProblem;

/**
 * Reads the fields of one JSON object and collects everything that is wrong with them. A field that is absent, null or
 * bad reads as empty; bad ones have then been told.
 */
final class FieldReader {

    private static final Map<String, String> STAMPED = Map.of(
            "reliability", "it is stamped from the source registry: leave it out",
            "origin", "it is stamped from the source registry: leave it out",
            "receivedAt", "it is stamped on arrival: leave it out",
            "importId", "it is stamped by imports: leave it out",
            "location.region", "it is found from latitude and longitude: leave it out",
            "location.country", "it is found from latitude and longitude: leave it out");

    private final JsonNode object;
    private final String prefix;
    private final String inner;
    private final List<FieldProblem> problems;
    private final Set<String> asked = new HashSet<>();

    private FieldReader(JsonNode object, String prefix, String inner, List<FieldProblem> problems) {
        this.object = object;
        this.prefix = prefix;
        this.inner = inner;
        this.problems = problems;
    }

    /**
     * @param object a JSON object
     * @param prefix where it stands in the body: empty, or {@code [3].}
     * @param problems takes what is wrong
     */
    static FieldReader of(JsonNode object, String prefix, List<FieldProblem> problems) {
        return new FieldReader(object, prefix, "", problems);
    }

    void problem(String name, String problem, String fix) {
        problems.add(new FieldProblem(prefix + inner + name, problem, fix));
    }

    boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** The value, or its absence told as a problem. */
    <T> Optional<T> required(String name, Optional<T> value, String fix) {
        if (value.isEmpty() && !has(name)) {
            problem(name, "is missing", fix);
        }
        return value;
    }

    /** A text of 1 to {@code longest} characters; blank counts as absent. */
    Optional<String> text(String name, int longest) {
        return node(name).flatMap(node -> text(name, node, longest)).filter(text -> !text.isBlank());
    }

    /** A list of texts, each of 1 to {@code longest} characters, at most {@code most}. Empty when the field is absent. */
    Optional<List<String>> texts(String name, int most, int longest) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        JsonNode list = node.get();
        if (!list.isArray()) {
            problem(name, "is no list", "send a list of texts, such as [\"one\", \"two\"]");
            return Optional.empty();
        }
        if (list.size() > most) {
            problem(name, "has " + list.size() + " elements", "send at most " + most);
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String element = name + "[" + i + "]";
            Optional<String> text = text(element, list.get(i), longest);
            if (text.isPresent() && text.get().isBlank()) {
                problem(element, "is empty", "leave it out");
            }
            text.ifPresent(texts::add);
        }
        return texts.size() == list.size() ? Optional.of(texts) : Optional.empty();
    }

    private Optional<String> text(String name, JsonNode node, int longest) {
        if (!node.isTextual()) {
            problem(name, "is no text", "send a text in quotation marks");
            return Optional.empty();
        }
        String text = node.textValue();
        if (text.codePointCount(0, text.length()) > longest) {
            problem(name, "is too long", "send at most " + longest + " characters");
            return Optional.empty();
        }
        if (!isStorable(text)) {
            problem(name, "holds characters that are no text", "leave out NUL and unpaired surrogates");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** NUL cannot be stored as text everywhere, half a surrogate pair has no form in UTF-8. */
    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** A whole number within bounds. */
    Optional<Long> wholeNumber(String name, long least, long greatest) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!node.get().isIntegralNumber() || !node.get().canConvertToLong()) {
            problem(name, "is no whole number", "send " + range(least, greatest));
            return Optional.empty();
        }
        long value = node.get().longValue();
        if (value < least || value > greatest) {
            String problem = value < 0 && least == 0 ? "is negative" : "is out of range";
            problem(name, problem, "send " + range(least, greatest));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** A whole number from 0 to what an int holds. */
    Optional<Integer> count(String name) {
        return wholeNumber(name, 0, Integer.MAX_VALUE).map(Long::intValue);
    }

    private static String range(long least, long greatest) {
        return greatest >= Integer.MAX_VALUE
                ? "a whole number from " + least + " up"
                : "a whole number from " + least + " to " + greatest;
    }

    /** A number within bounds. */
    Optional<Double> number(String name, double least, double greatest) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        double value = node.get().isNumber() ? node.get().doubleValue() : Double.NaN;
        if (!(value >= least && value <= greatest)) {
            problem(
                    name,
                    node.get().isNumber() ? "is out of range" : "is no number",
                    "send a number from " + least + " to " + greatest);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** One of the symbols of an enum, or its label in ACLED's or FIRST's spelling. UNKNOWN only where it is named. */
    <E extends Enum<E>> Optional<E> oneOf(String name, Set<E> allowed) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<E> found = node.get().isTextual() ? Labels.find(node.get().textValue(), allowed) : Optional.empty();
        if (found.isEmpty()) {
            String names = allowed.stream().map(Labels::write).collect(Collectors.joining(", "));
            problem(name, "is not a value that is known here", "send one of " + names);
        }
        return found;
    }

    /** A time or a day. */
    Optional<Moment> moment(String name) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<Moment> moment =
                node.get().isTextual() ? Moment.parse(node.get().textValue()) : Optional.empty();
        if (moment.isEmpty()) {
            problem(
                    name,
                    "is not a time",
                    "send a time with its offset such as 2026-11-24T06:00:00Z, or a day such as 2026-11-24, from 1900 on");
        }
        return moment;
    }

    /** A day of the calendar. */
    Optional<java.time.LocalDate> day(String name) {
        Optional<JsonNode> node = node(name);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        Optional<java.time.LocalDate> day =
                node.get().isTextual() ? Moment.parseDay(node.get().textValue()) : Optional.empty();
        if (day.isEmpty()) {
            problem(name, "is not a day", "send a day such as 2026-11-24, from 1900 on");
        }
        return day;
    }

    /** An object within this one. */
    Optional<FieldReader> object(String name) {
        Optional<JsonNode> node = node(name);
        if (node.isPresent() && !node.get().isObject()) {
            problem(name, "is no object", "send an object in braces");
            return Optional.empty();
        }
        return node.map(child -> new FieldReader(child, prefix, inner + name + ".", problems));
    }

    /** Tells every field that nobody asked for. Called last. */
    void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
                problem(
                        shown,
                        "is not a known field",
                        STAMPED.getOrDefault(
                                inner + name,
                                "leave it out; known are "
                                        + asked.stream().sorted().collect(Collectors.joining(", "))));
            }
        });
    }

    /** Marks fields as known that are read elsewhere or not at all. */
    void known(String... names) {
        asked.addAll(Arrays.asList(names));
    }

    private Optional<JsonNode> node(String name) {
        asked.add(name);
        return has(name) ? Optional.of(object.get(name)) : Optional.empty();
    }
}
