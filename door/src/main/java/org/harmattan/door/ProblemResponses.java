package org.harmattan.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes a problem into a response. */
@Singleton
final class ProblemResponses {

    private final JsonMapper mapper;

    ProblemResponses(JsonMapper mapper) {
        this.mapper = mapper;
    }

    MutableHttpResponse<byte[]> write(
            MutableHttpResponse<?> response, HttpRequest<?> request, ProblemException exception) {
        Problem problem = exception.problem(request.getPath());
        response.status(problem.status());
        if (problem.status() == 401) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.contentType(MediaType.of(Problem.MEDIA_TYPE)).body(bytes(problem));
    }

    private byte[] bytes(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
