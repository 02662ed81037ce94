package org.harmattan.notifier.watch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.door.Door;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.explanation.Explainer;
import org.harmattan.explanation.Language;
import org.harmattan.notifier.database.Transactions;
import org.harmattan.notifier.delivery.DeliveryLog;
import org.harmattan.notifier.delivery.Stage;
import org.harmattan.notifier.inbox.Inbox;
import org.harmattan.notifier.intake.AlertReaders;
import org.harmattan.notifier.intake.From;
import org.harmattan.notifier.intake.Intake;
import org.harmattan.schemas.audience.Audience;
import org.harmattan.schemas.command.Role;
import org.jspecify.annotations.Nullable;

/** What a person on watch may see and do. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WatchController {

    private static final int MOST_DELIVERIES = 500;

    private final Transactions transactions;
    private final Inbox inbox;
    private final Intake intake;
    private final DeliveryLog log;
    private final AlertReaders readers;
    private final Explainer explainer;

    WatchController(
            Transactions transactions,
            Inbox inbox,
            Intake intake,
            DeliveryLog log,
            AlertReaders readers,
            Explainer explainer) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.intake = intake;
        this.log = log;
        this.readers = readers;
        this.explainer = explainer;
    }

    /**
     * An alert in force that nobody was told of, because its newest event was too old when it was taken in.
     *
     * @param inForceSince when it was raised
     * @param headline what it says, in English and French
     */
    @Serdeable
    record HeldAlert(
            String alertId,
            int version,
            String audience,
            String tlp,
            String region,
            String level,
            String inForceSince,
            String at,
            String takenAt,
            String headline,
            String headlineFr) {}

    /** How many were told. */
    @Serdeable
    record Released(String alertId, int subscriptionsTold) {}

    /** A delivery and its last outcome. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryEntry(
            String id,
            String subscriptionId,
            String channel,
            String audience,
            String state,
            int attempts,
            String createdAt,
            @Nullable String nextAttemptAt,
            @Nullable String finishedAt,
            List<String> alerts,
            @Nullable Integer status,
            @Nullable String reason) {}

    /** Where to begin with a topic that was made anew: {@code beginning} or {@code end}. */
    @Serdeable
    record Beginning(String from) {}

    /** What waits for one press of release. */
    @Get("/held")
    List<HeldAlert> held(Principal principal) {
        Door.require(principal, Role.WATCH_OFFICER, Role.ADMINISTRATOR, Role.ANALYST);
        return transactions.inTransaction(inbox::held).stream()
                .filter(held -> held.audience() == Audience.OPEN || principal.audience() == Audience.RESTRICTED)
                .map(this::heldAlert)
                .toList();
    }

    private HeldAlert heldAlert(Inbox.Held held) {
        var event = held.event();
        return new HeldAlert(
                event.getAlertId(),
                event.getVersion(),
                held.audience().name().toLowerCase(Locale.ROOT),
                Explainer.label(event.getTlp()),
                event.getRegion(),
                event.getLevel().name(),
                event.getRaisedAt().toString(),
                event.getAt().toString(),
                held.takenAt().toString(),
                explainer.explain(event, Language.EN).headline(),
                explainer.explain(event, Language.FR).headline());
    }

    /** Sends what is held of an alert, now. */
    @Post(value = "/held/{alertId}/release", consumes = "*/*")
    Released release(String alertId, Principal principal) {
        Door.require(principal, Role.WATCH_OFFICER, Role.ADMINISTRATOR);
        return intake.release(alertId, principal.audience())
                .map(told -> new Released(alertId, told))
                .orElseThrow(() -> new ProblemException(
                        404,
                        "nothing-held",
                        "Nothing of this alert is held",
                        "GET /v1/held lists what waits for a release."));
    }

    /** The newest deliveries, at most 500. */
    @Get("/deliveries")
    List<DeliveryEntry> deliveries(
            Principal principal,
            @QueryValue Optional<UUID> subscription,
            @QueryValue Optional<Stage> state,
            @QueryValue(defaultValue = "100") int limit) {
        Door.require(principal, Role.WATCH_OFFICER, Role.ADMINISTRATOR);
        if (limit < 1 || limit > MOST_DELIVERIES) {
            throw ProblemException.badFields(List.of(
                    new FieldProblem("limit", "is out of range", "send a whole number from 1 to " + MOST_DELIVERIES)));
        }
        return log.newest(subscription, state, limit).stream()
                .map(WatchController::deliveryEntry)
                .toList();
    }

    private static DeliveryEntry deliveryEntry(DeliveryLog.Entry entry) {
        return new DeliveryEntry(
                entry.id().toString(),
                entry.subscriptionId().toString(),
                entry.channel().toLowerCase(Locale.ROOT),
                entry.audience().toLowerCase(Locale.ROOT),
                entry.stage().name(),
                entry.attempts(),
                entry.createdAt().toString(),
                entry.stage().isOver() ? null : entry.dueAt().toString(),
                entry.finishedAt().map(Object::toString).orElse(null),
                entry.alerts(),
                entry.status().orElse(null),
                entry.reason().orElse(null));
    }

    /** Chooses where to begin with a topic that was made anew. */
    @Post("/topics/{topic}/start")
    Beginning start(String topic, @Body Beginning wanted, Principal principal) {
        Door.require(principal, Role.ADMINISTRATOR);
        From from = switch (wanted.from()) {
            case "beginning" -> From.BEGINNING;
            case "end" -> From.END;
            default ->
                throw ProblemException.badFields(List.of(
                        new FieldProblem("from", "is not a known place to begin", "send 'beginning' or 'end'")));
        };
        boolean chosen = readers.choose(topic, from)
                .orElseThrow(() -> new ProblemException(
                        404, "no-such-topic", "No such topic is read", "/health lists the topics that are read."));
        if (!chosen) {
            throw new ProblemException(
                    409, "nothing-to-choose", "There is nothing to choose", "The topic is read where it was left.");
        }
        return wanted;
    }
}
