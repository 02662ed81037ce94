package org.harmattan.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers the problems that our own code throws. */
@Singleton
final class ProblemExceptionHandler implements ExceptionHandler<ProblemException, HttpResponse<?>> {

    private final ProblemResponses responses;

    ProblemExceptionHandler(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // the interface asks for the raw type
    public HttpResponse<?> handle(HttpRequest request, ProblemException exception) {
        return responses.write(HttpResponse.ok(), request, exception);
    }
}
