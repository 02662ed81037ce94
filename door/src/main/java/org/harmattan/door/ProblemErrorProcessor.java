package org.harmattan.door;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Answers what the server itself refuses (no such path, wrong method, too large, unreadable) as problems. */
@Singleton
@Primary
final class ProblemErrorProcessor implements ErrorResponseProcessor<byte[]> {

    private final ProblemResponses responses;

    ProblemErrorProcessor(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> baseResponse) {
        ProblemException problem = context.getRootCause()
                .flatMap(Refusals::of)
                .orElseGet(() -> Refusals.ofStatus(baseResponse, context.getRequest()));
        return responses.write(baseResponse, context.getRequest(), problem);
    }
}
