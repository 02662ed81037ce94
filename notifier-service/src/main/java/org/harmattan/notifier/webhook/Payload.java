package org.harmattan.notifier.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Explanation;
import org.harmattan.explanation.Language;
import org.harmattan.notifier.message.Links;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.message.Told;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.assessment.AlertEvent;
import org.harmattan.schemas.assessment.Figures;
import org.harmattan.schemas.assessment.Reason;
import org.harmattan.schemas.assessment.ReasonKind;

/** The JSON of a webhook, as {@code docs/webhooks.md} gives it. Fields are only ever added. */
@Singleton
public final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Explainer explainer;
    private final Links links;

    public Payload(Explainer explainer, Links links) {
        this.explainer = explainer;
        this.links = links;
    }

    /** The body of a message; UTF-8. */
    public byte[] of(Message message) {
        ObjectNode root = envelope(type(message.alerts()), message.newestAt());
        ObjectNode data = root.putObject("data");
        Subscription subscription = message.subscription();
        data.put("subscription", subscription.id().toString());
        data.put("audience", lower(subscription.audience()));
        data.put("language", subscription.language().code());
        data.put("tlp", message.tlp());
        data.put(
                "exercise",
                message.alerts().stream().anyMatch(told -> told.event().getExercise()));
        ArrayNode alerts = data.putArray("alerts");
        message.alerts().forEach(told -> alert(alerts.addObject(), told, subscription.language()));
        links(data, subscription);
        return bytes(root);
    }

    /** The body of a test: it tells of nothing that happened. */
    public byte[] ofTest(Subscription subscription, Instant now) {
        ObjectNode root = envelope("subscription.test", now);
        ObjectNode data = root.putObject("data");
        data.put("subscription", subscription.id().toString());
        data.put("audience", lower(subscription.audience()));
        data.put("language", subscription.language().code());
        data.put(
                "text",
                subscription.language() == Language.FR
                        ? "Ceci est un essai\u00a0: il ne s\u2019est rien passé. Répondez par un statut 2xx."
                        : "This is a test: nothing has happened. Answer with a 2xx status.");
        links(data, subscription);
        return bytes(root);
    }

    private static ObjectNode envelope(String type, Instant timestamp) {
        ObjectNode root = JSON.createObjectNode();
        root.put("type", type);
        root.put("timestamp", timestamp.toString());
        return root;
    }

    /** What all of them have in common, or {@code alert.changed}. */
    private static String type(List<Told> alerts) {
        Set<String> changes = alerts.stream().map(told -> type(told.event())).collect(Collectors.toSet());
        return changes.size() == 1 ? changes.iterator().next() : "alert.changed";
    }

    private static String type(AlertEvent event) {
        return "alert." + lower(event.getChange());
    }

    private void alert(ObjectNode node, Told told, Language language) {
        AlertEvent event = told.event();
        node.put("type", type(event));
        node.put("alertId", event.getAlertId());
        node.put("name", event.getName());
        node.put("version", event.getVersion());
        node.put("change", event.getChange().name());
        node.put("reason", event.getReason().name());
        node.put("state", event.getState().name());
        node.put("theatre", event.getTheatre());
        node.put("region", event.getRegion());
        node.put("regionName", told.words().place().name());
        node.put("country", event.getCountry());
        node.put("countryName", told.words().place().country());
        node.put("tlp", told.words().tlp());
        node.put("exercise", event.getExercise());
        node.put("released", told.released());
        node.put("ruleId", event.getRuleId());
        node.put("metric", event.getMetric().name());
        node.put("level", event.getLevel().name());
        node.put("previousLevel", event.getPreviousLevel().name());
        node.put("uncappedLevel", event.getUncappedLevel().name());
        node.put("value", event.getValue());
        node.put("threshold", event.getThreshold());
        node.put("clearBelow", event.getClearBelow());
        node.put("clearHoldSeconds", event.getClearHoldSeconds());
        node.put("sources", event.getSources());
        node.put("raisedAt", event.getRaisedAt().toString());
        node.put("at", event.getAt().toString());
        Optional.ofNullable(event.getFigures()).ifPresent(figures -> figures(node.putObject("figures"), figures));
        ArrayNode reasons = node.putArray("reasons");
        event.getReasons().forEach(reason -> reason(reasons.addObject(), reason, language));
        texts(node.putArray("evidence"), event.getEvidence());
        texts(node.putArray("corrected"), event.getCorrected());
        words(node.putObject("words"), told.words());
    }

    private static void figures(ObjectNode node, Figures figures) {
        node.put("escalationTenths", figures.getEscalationTenths());
        node.put("spillOver", figures.getSpillOver());
        node.put("attackProbability", figures.getAttackProbability());
        node.put("expectedMilli", figures.getExpectedMilli());
        node.put("expectedLow", figures.getExpectedLow());
        node.put("expectedHigh", figures.getExpectedHigh());
        node.put("last7DaysMilli", figures.getLast7DaysMilli());
        node.put("last30DaysMilli", figures.getLast30DaysMilli());
        node.put("pastYearMilli", figures.getPastYearMilli());
        node.put("markedlyWorseMilli", figures.getMarkedlyWorseMilli());
    }

    private void reason(ObjectNode node, Reason reason, Language language) {
        node.put("kind", reason.getKind().name());
        node.put("subject", reason.getSubject());
        if (reason.getKind() == ReasonKind.NEIGHBOUR) {
            node.put(
                    "regionName", explainer.place(reason.getSubject(), language).name());
        }
        node.put("share", reason.getShare());
    }

    private static void words(ObjectNode node, Explanation words) {
        node.put("headline", words.headline());
        texts(node.putArray("change"), words.change());
        texts(node.putArray("why"), words.why());
        texts(node.putArray("confidence"), words.confidence());
        texts(node.putArray("clearing"), words.clearing());
        texts(node.putArray("meaning"), words.meaning());
        node.put("tlp", words.tlpLine());
        node.put("short", words.shortForm());
    }

    private void links(ObjectNode data, Subscription subscription) {
        ObjectNode node = data.putObject("links");
        node.put("board", links.board());
        node.put("unsubscribe", links.unsubscription(subscription));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
