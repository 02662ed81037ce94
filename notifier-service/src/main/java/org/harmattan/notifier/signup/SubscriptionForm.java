package org.harmattan.notifier.signup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.ProblemException;
import org.harmattan.explanation.Language;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.CountryCode;
import org.harmattan.geography.Region;
import org.harmattan.geography.RegionCode;
import org.harmattan.notifier.subscription.Scope;
import org.harmattan.notifier.webhook.AddressGuard;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Level;
import org.harmattan.schemas.delivery.Channel;

/** Reads what somebody asks for and names every field that cannot be used, with its fix. */
@Singleton
final class SubscriptionForm {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Set<String> NEW_FIELDS =
            Set.of("channel", "url", "address", "scope", "minimumLevel", "language", "audience");
    private static final Set<String> CHANGE_FIELDS = Set.of("scope", "minimumLevel", "language");
    private static final int LONGEST_SCOPE = 360;

    private final Catalogue catalogue;
    private final AddressGuard guard;

    SubscriptionForm(Catalogue catalogue, AddressGuard guard) {
        this.catalogue = catalogue;
        this.guard = guard;
    }

    /** A new subscription. */
    record Wanted(
            Channel channel, String address, Scope scope, Level minimumLevel, Language language, Audience audience) {}

    /** A change: what is empty stays as it is. */
    record Change(Optional<Scope> scope, Optional<Level> minimumLevel, Optional<Language> language) {}

    /** @throws ProblemException that names every bad field */
    Wanted wanted(byte[] body) {
        List<FieldProblem> problems = new ArrayList<>();
        JsonNode root = object(body, NEW_FIELDS, problems);
        Channel channel = channel(root, problems);
        Wanted wanted = new Wanted(
                channel,
                channel == Channel.WEBHOOK ? url(root, problems) : address(root, channel, problems),
                scope(root, problems).orElse(new Scope(List.of())),
                level(root, problems).orElse(Level.ADVISORY),
                language(root, problems).orElse(Language.EN),
                audience(root, problems));
        return refuseIfBad(wanted, problems);
    }

    /** @throws ProblemException that names every bad field */
    Change change(byte[] body) {
        List<FieldProblem> problems = new ArrayList<>();
        JsonNode root = object(body, CHANGE_FIELDS, problems);
        Change change = new Change(scope(root, problems), level(root, problems), language(root, problems));
        return refuseIfBad(change, problems);
    }

    private static <T> T refuseIfBad(T form, List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw ProblemException.badFields(problems);
        }
        return form;
    }

    private static JsonNode object(byte[] body, Set<String> known, List<FieldProblem> problems) {
        JsonNode root;
        try {
            root = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(
                    400,
                    "broken-json",
                    "The body is not JSON",
                    "It cannot be read as JSON" + where + ".",
                    List.of(new FieldProblem("body", "is not JSON" + where, "send one JSON object in UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!root.isObject()) {
            throw ProblemException.badFields(
                    List.of(new FieldProblem("body", "is not a JSON object", "send one JSON object")));
        }
        root.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String shown = name.matches("[\\w.-]{1,64}") ? name : "a field with an unusual name";
                problems.add(new FieldProblem(
                        shown, "is not a known field", "leave it out; known are " + String.join(", ", sorted(known))));
            }
        });
        return root;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static Optional<String> text(JsonNode root, String field, List<FieldProblem> problems) {
        JsonNode node = root.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            problems.add(new FieldProblem(field, "is not a text", "send a JSON string"));
            return Optional.empty();
        }
        return Optional.of(node.textValue().strip());
    }

    private static Channel channel(JsonNode root, List<FieldProblem> problems) {
        Optional<String> name = text(root, "channel", problems).map(text -> text.toLowerCase(Locale.ROOT));
        if (name.equals(Optional.of("email"))) {
            return Channel.EMAIL;
        }
        if (name.equals(Optional.of("webhook"))) {
            return Channel.WEBHOOK;
        }
        problems.add(new FieldProblem(
                "channel", name.isEmpty() ? "is missing" : "is not a known channel", "send 'webhook' or 'email'"));
        return Channel.UNKNOWN;
    }

    private String url(JsonNode root, List<FieldProblem> problems) {
        if (root.has("address")) {
            problems.add(new FieldProblem("address", "does not belong to a webhook", "leave it out and send 'url'"));
        }
        Optional<String> url = text(root, "url", problems);
        if (url.isEmpty()) {
            problems.add(new FieldProblem(
                    "url",
                    "is missing",
                    "send the address that is to be called, such as https://ngo.example.org/hook"));
            return "";
        }
        guard.shape(url.get())
                .ifPresent(refusal -> problems.add(new FieldProblem("url", refusal.problem(), refusal.fix())));
        return url.get();
    }

    private static String address(JsonNode root, Channel channel, List<FieldProblem> problems) {
        if (channel != Channel.EMAIL) {
            return "";
        }
        if (root.has("url")) {
            problems.add(new FieldProblem("url", "does not belong to a mail subscription", "leave it out"));
        }
        Optional<String> address = text(root, "address", problems);
        if (address.filter(MailAddress::isUsable).isEmpty()) {
            problems.add(new FieldProblem(
                    "address",
                    address.isEmpty() ? "is missing" : "is not a mail address",
                    "send one address such as name@example.org, without a name around it"));
        }
        return address.orElse("");
    }

    private Optional<Scope> scope(JsonNode root, List<FieldProblem> problems) {
        JsonNode node = root.path("scope");
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isArray() || node.size() > LONGEST_SCOPE) {
            problems.add(new FieldProblem(
                    "scope",
                    node.isArray() ? "has more than 360 entries" : "is not an array",
                    "send an array of region and country codes such as [\"ML\", \"BF-12\"], or none for everywhere"));
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Optional<String> code = node.get(i).isTextual()
                    ? code(node.get(i).textValue().strip().toUpperCase(Locale.ROOT))
                    : Optional.empty();
            code.ifPresent(codes::add);
            if (code.isEmpty()) {
                problems.add(new FieldProblem(
                        "scope[" + i + "]",
                        "is no region or country of the catalogue",
                        "send a code of ISO 3166-2 such as ML-5, or of ISO 3166-1 such as ML"));
            }
        }
        return Optional.of(new Scope(codes));
    }

    /** The catalogue's own code: an alias such as ML-9 (Ménaka) becomes the region that it lies in. */
    private Optional<String> code(String text) {
        if (CountryCode.isWellFormed(text)) {
            return catalogue
                    .country(new CountryCode(text))
                    .map(country -> country.code().value());
        }
        return RegionCode.isWellFormed(text)
                ? catalogue.resolve(new RegionCode(text)).map(Region::code).map(RegionCode::value)
                : Optional.empty();
    }

    private static Optional<Level> level(JsonNode root, List<FieldProblem> problems) {
        Optional<String> name = text(root, "minimumLevel", problems);
        Optional<Level> level =
                name.flatMap(text -> Stream.of(Level.ADVISORY, Level.WATCH, Level.WARNING, Level.EMERGENCY)
                        .filter(known -> known.name().equalsIgnoreCase(text))
                        .findFirst());
        if (name.isPresent() && level.isEmpty()) {
            problems.add(new FieldProblem(
                    "minimumLevel", "is not a known level", "send ADVISORY, WATCH, WARNING or EMERGENCY"));
        }
        return level;
    }

    private static Optional<Language> language(JsonNode root, List<FieldProblem> problems) {
        Optional<String> code = text(root, "language", problems);
        Optional<Language> language = code.flatMap(Language::ofCode);
        if (code.isPresent() && language.isEmpty()) {
            problems.add(new FieldProblem("language", "is not spoken here", "send 'fr' or 'en'"));
        }
        return language;
    }

    private static Audience audience(JsonNode root, List<FieldProblem> problems) {
        String name = text(root, "audience", problems).orElse("open").toLowerCase(Locale.ROOT);
        if (name.equals("restricted")) {
            return Audience.RESTRICTED;
        }
        if (!name.equals("open")) {
            problems.add(new FieldProblem("audience", "is not a known audience", "send 'open' or 'restricted'"));
        }
        return Audience.OPEN;
    }
}
