package org.harmattan.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last one: whatever nobody expected. The answer names a reference under which the log tells where it happened. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);
    private static final int LOGGED_FRAMES = 8;

    private final ProblemResponses responses;

    UnexpectedHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the interface asks for the raw type
    public HttpResponse<?> handle(HttpRequest request, Throwable exception) {
        return responses.write(
                HttpResponse.ok(), request, refusal(exception).orElseGet(() -> unexpected(request, exception)));
    }

    /** Only the server's own exceptions are about the request; the same cause within ours is not the sender's fault. */
    private static Optional<ProblemException> refusal(Throwable exception) {
        return exception.getClass().getName().startsWith("io.micronaut.") ? Refusals.of(exception) : Optional.empty();
    }

    private static ProblemException unexpected(HttpRequest<?> request, Throwable exception) {
        String reference = UUID.randomUUID().toString();
        // classes and places only: messages may quote what was sent
        LOG.error("{}: {} {}: {}", reference, request.getMethod(), request.getPath(), places(exception));
        return new ProblemException(
                500,
                "unexpected",
                "Something went wrong on our side",
                "Nothing is wrong with what you sent. Try again; if it stays, give the operator the reference "
                        + reference + ".");
    }

    /** What the virtual machine itself says of a class that is missing quotes nobody. */
    private static String name(Throwable exception) {
        return exception instanceof LinkageError
                ? exception.toString()
                : exception.getClass().getName();
    }

    private static String places(Throwable exception) {
        return Stream.iterate(exception, e -> e != null, Throwable::getCause)
                .limit(LOGGED_FRAMES)
                .map(e -> name(e)
                        + Arrays.stream(e.getStackTrace())
                                .limit(LOGGED_FRAMES)
                                .map(frame -> "\n    at " + frame)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n  caused by "));
    }
}
