package org.harmattan.console.api;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.harmattan.console.command.AlertCommands;
import org.harmattan.console.command.Deed;
import org.harmattan.console.view.Answers;
import org.harmattan.door.Door;
import org.harmattan.door.FieldProblem;
import org.harmattan.door.Principal;
import org.harmattan.door.ProblemException;
import org.harmattan.schemas.command.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a watch officer does about an alert. Answered with 202 once the broker has the command; the alert itself tells when
 * it is done. A client that may try again sends a {@code commandId} of its own: the same id twice is done once.
 */
@Controller("/api/v1/alerts/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "alerts")
class AlertController {

    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_NAME = 200;

    private final AlertCommands commands;

    AlertController(AlertCommands commands) {
        this.commands = commands;
    }

    /** Somebody has seen the alert. Both fields may be left out. */
    @Serdeable
    record Acknowledgement(@Nullable String note, @Nullable String commandId) {}

    /** Somebody is named to look after the alert: {@code assignee}, 1 to 200 characters. */
    @Serdeable
    record Assignment(@Nullable String assignee, @Nullable String commandId) {}

    /** Words about the alert: {@code text}, 1 to 4,000 characters. */
    @Serdeable
    record Comment(@Nullable String text, @Nullable String commandId) {}

    /**
     * Acknowledges an alert.
     *
     * @param principal who asks; a watch officer or administrator
     * @param id id of the alert, as the asker's audience knows it
     * @param body words to keep with it
     */
    @Post("/acknowledgement")
    @Status(HttpStatus.ACCEPTED)
    Answers.CommandTaken acknowledge(
            @Parameter(hidden = true) Principal principal,
            @PathVariable String id,
            @Body @Nullable Acknowledgement body) {
        Acknowledgement given = body == null ? new Acknowledgement(null, null) : body;
        return send(
                principal,
                id,
                Deed.Kind.ACKNOWLEDGEMENT,
                given.commandId(),
                new Words("note", given.note(), LONGEST_WORDS, false));
    }

    /**
     * Names who looks after an alert.
     *
     * @param principal who asks; a watch officer or administrator
     * @param id id of the alert
     * @param body the name; it is on no topic
     */
    @Post("/assignment")
    @Status(HttpStatus.ACCEPTED)
    Answers.CommandTaken assign(
            @Parameter(hidden = true) Principal principal, @PathVariable String id, @Body Assignment body) {
        return send(
                principal,
                id,
                Deed.Kind.ASSIGNMENT,
                body.commandId(),
                new Words("assignee", body.assignee(), LONGEST_NAME, true));
    }

    /**
     * Comments on an alert.
     *
     * @param principal who asks; a watch officer or administrator
     * @param id id of the alert
     * @param body the words; they are on no topic
     */
    @Post("/comment")
    @Status(HttpStatus.ACCEPTED)
    Answers.CommandTaken comment(
            @Parameter(hidden = true) Principal principal, @PathVariable String id, @Body Comment body) {
        return send(
                principal,
                id,
                Deed.Kind.COMMENT,
                body.commandId(),
                new Words("text", body.text(), LONGEST_WORDS, true));
    }

    /** A text field as it came, and what it may be. */
    private record Words(String field, @Nullable String text, int longest, boolean needed) {

        Optional<String> checked(List<FieldProblem> problems) {
            String given = text == null ? "" : text.strip();
            if (given.isEmpty() && needed) {
                problems.add(new FieldProblem(field, "is missing", "send 1 to " + longest + " characters"));
            }
            if (given.length() > longest) {
                problems.add(new FieldProblem(field, "is too long", "send at most " + longest + " characters"));
            }
            return given.isEmpty() ? Optional.empty() : Optional.of(given);
        }
    }

    private Answers.CommandTaken send(
            Principal principal, String alertId, Deed.Kind kind, @Nullable String commandId, Words words) {
        Door.require(principal, Role.WATCH_OFFICER, Role.ADMINISTRATOR);
        List<FieldProblem> problems = new ArrayList<>();
        Optional<String> said = words.checked(problems);
        String id = commandId(commandId, problems);
        if (!problems.isEmpty()) {
            throw ProblemException.badFields(problems);
        }
        return commands.send(principal, new Deed(kind, id, alertId, said));
    }

    private static String commandId(@Nullable String given, List<FieldProblem> problems) {
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        try {
            UUID parsed = UUID.fromString(given);
            if (parsed.toString().equalsIgnoreCase(given)) {
                return parsed.toString();
            }
        } catch (IllegalArgumentException e) {
            // told below, like every other text that is no UUID
        }
        problems.add(new FieldProblem("commandId", "is not a UUID", "leave it out, or send 36 characters of a UUID"));
        return given;
    }
}
