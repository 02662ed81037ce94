package org.harmattan.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.exceptions.UriSyntaxException;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into words what the server refuses by itself. Nothing that was sent is quoted: messages of others are not used. */
final class Refusals {

    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Unknown property \\[([\\w.-]{1,64})]");
    private static final Pattern MISSING_FIELD = Pattern.compile(
            "(?:Required (?:constructor parameter|property)|Missing required [\\w ]+) \\[?(?:[\\w.$<> ]+ )?([\\w.-]{1,64})]?");
    private static final int DEEPEST_CAUSE = 8;

    private Refusals() {}

    /** What the sender did wrong, or empty when the cause is none of the sender's. */
    static Optional<ProblemException> of(Throwable thrown) {
        Optional<ProblemException> found = Optional.empty();
        boolean serdeSeen = false;
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            // the innermost cause says most, but of several serde exceptions only the outermost knows the field
            if (!(serdeSeen && cause instanceof SerdeException)) {
                Optional<ProblemException> outer = found;
                found = one(cause).or(() -> outer);
            }
            serdeSeen |= cause instanceof SerdeException;
            cause = causeOf(cause);
        }
        return found;
    }

    /** What stands behind: a conversion error keeps its cause elsewhere. */
    private static @Nullable Throwable causeOf(Throwable thrown) {
        if (thrown.getCause() == null && thrown instanceof ConversionErrorException conversion) {
            return conversion.getConversionError().getCause();
        }
        return thrown.getCause();
    }

    private static Optional<ProblemException> one(Throwable cause) {
        if (cause instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        if (cause instanceof BufferLengthExceededException exceeded) {
            return Optional.of(tooLarge("at most " + exceeded.getAdvertisedLength() + " bytes"));
        }
        if (cause instanceof ContentLengthExceededException) {
            return Optional.of(tooLarge("less"));
        }
        if (cause instanceof JsonProcessingException json) {
            return Optional.of(brokenJson(json));
        }
        if (cause instanceof JsonSyntaxException) {
            return Optional.of(brokenJson(""));
        }
        if (cause instanceof SerdeException serde) {
            return Optional.of(serde(serde));
        }
        if (cause instanceof ConstraintViolationException violations) {
            return Optional.of(violations(violations));
        }
        if (cause instanceof UnsatisfiedRouteException unsatisfied) {
            return Optional.of(ProblemException.badFields(
                    List.of(new FieldProblem(unsatisfied.getArgument().getName(), "is missing", "send it"))));
        }
        if (cause instanceof ConversionErrorException conversion) {
            return Optional.of(conversion(conversion.getArgument()));
        }
        if (cause instanceof UriSyntaxException) {
            return Optional.of(new ProblemException(
                    400, "bad-address", "The address cannot be read", "Encode special characters of the address."));
        }
        if (cause instanceof CodecException) {
            return Optional.of(new ProblemException(
                    400,
                    "unreadable-body",
                    "The body cannot be read",
                    "Send JSON that fits this path's documentation."));
        }
        return Optional.empty();
    }

    /** A refusal of which only the status is known. */
    static ProblemException ofStatus(HttpResponse<?> response, HttpRequest<?> request) {
        int status = response.code();
        return switch (status) {
            case 404 ->
                new ProblemException(
                        404, "not-found", "There is nothing here", "Check the path against the documentation.");
            case 405 ->
                new ProblemException(
                        405,
                        "method-not-allowed",
                        "This method is not allowed here",
                        "Allowed: " + allowed(response) + ".");
            case 406 ->
                new ProblemException(
                        406, "not-acceptable", "This form cannot be had", "Send 'Accept: application/json' or none.");
            case 413 -> tooLarge("less");
            case 415 ->
                new ProblemException(
                        415,
                        "media-type",
                        "This kind of body is not understood",
                        "Send the header 'Content-Type: application/json' and a body of that kind.",
                        List.of(new FieldProblem("Content-Type", "is not understood", "send application/json")));
            default ->
                new ProblemException(
                        status < 400 ? 500 : status,
                        "refused",
                        response.reason(),
                        "The server refused " + request.getMethodName() + " " + request.getPath() + ".");
        };
    }

    private static String allowed(HttpResponse<?> response) {
        List<String> methods = response.getHeaders().getAll(HttpHeaders.ALLOW);
        return methods.isEmpty() ? "see the documentation of this path" : String.join(", ", methods);
    }

    private static ProblemException tooLarge(String allowed) {
        return new ProblemException(
                413,
                "too-large",
                "The body is too large",
                "Send " + allowed + " in one request, the rest in others.",
                List.of(new FieldProblem("body", "is too large", "send " + allowed + " in one request")));
    }

    private static ProblemException brokenJson(JsonProcessingException exception) {
        return brokenJson(
                exception.getLocation() == null
                        ? ""
                        : " at line " + exception.getLocation().getLineNr() + ", column "
                                + exception.getLocation().getColumnNr());
    }

    private static ProblemException brokenJson(String where) {
        return new ProblemException(
                400,
                "broken-json",
                "The body is not JSON",
                "It cannot be read as JSON" + where + ".",
                List.of(new FieldProblem("body", "is not JSON" + where, "send one complete JSON value in UTF-8")));
    }

    private static ProblemException serde(SerdeException exception) {
        String message = String.valueOf(exception.getMessage());
        Matcher unknown = UNKNOWN_FIELD.matcher(message);
        if (unknown.find()) {
            return ProblemException.badFields(
                    List.of(new FieldProblem(unknown.group(1), "is not a known field", "leave it out")));
        }
        Matcher missing = MISSING_FIELD.matcher(message);
        if (missing.find()) {
            return ProblemException.badFields(List.of(new FieldProblem(missing.group(1), "is missing", "send it")));
        }
        String field = FieldPath.of(exception);
        return ProblemException.badFields(List.of(new FieldProblem(
                field, "cannot be read", "send a value of the kind that the documentation of this path gives")));
    }

    private static ProblemException violations(ConstraintViolationException exception) {
        return ProblemException.badFields(exception.getConstraintViolations().stream()
                .map(Refusals::violation)
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList());
    }

    private static FieldProblem violation(ConstraintViolation<?> violation) {
        return new FieldProblem(
                FieldPath.of(violation.getPropertyPath()), "does not fit", "it " + violation.getMessage());
    }

    private static ProblemException conversion(Argument<?> argument) {
        return ProblemException.badFields(List.of(
                new FieldProblem(argument.getName(), "cannot be read as " + kind(argument), "send " + kind(argument))));
    }

    private static String kind(Argument<?> argument) {
        Class<?> type = argument.isOptional()
                ? argument.getFirstTypeVariable().map(Argument::getType).orElse(null)
                : argument.getType();
        if (type == null) {
            return "a value of another kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + Stream.of(type.getEnumConstants())
                            .map(String::valueOf)
                            .reduce((one, other) -> one + ", " + other)
                            .orElse("");
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "int", "integer", "long" -> "a whole number";
            case "double", "float", "bigdecimal" -> "a number";
            case "instant" -> "a time such as 2026-11-24T06:00:00Z";
            case "localdate" -> "a day such as 2026-11-24";
            case "uuid" -> "a UUID";
            case "boolean" -> "true or false";
            default -> "what the documentation of this path gives";
        };
    }
}
