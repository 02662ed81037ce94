package org.harmattan.door;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out who knocks before any route is called, and sends away who may not enter. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(DoorFilter.ORDER)
final class DoorFilter {

    /** Early: before whatever counts, limits or reads. */
    static final int ORDER = -20_000;

    private static final String BEARER = "bearer ";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Keys keys;
    private final Optional<SourceKeys> sourceKeys;

    DoorFilter(Keys keys, Optional<SourceKeys> sourceKeys) {
        this.keys = keys;
        this.sourceKeys = sourceKeys;
    }

    @RequestFilter
    void enter(HttpRequest<?> request) {
        request.setAttribute(Door.PRINCIPAL, principal(request));
    }

    private Principal principal(HttpRequest<?> request) {
        Optional<String> header = request.getHeaders().get(HttpHeaders.AUTHORIZATION, String.class);
        if (header.isPresent()) {
            return holder(header.get());
        }
        if (anybodyMay(request) || (READING.contains(request.getMethod()) && Loopback.sent(request))) {
            return Principal.anonymous();
        }
        throw Door.keyNeeded();
    }

    private Principal holder(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw new ProblemException(
                    401,
                    "key-unreadable",
                    "The key cannot be read",
                    "The header must be 'Authorization: Bearer <key>'; other schemes are not known here.",
                    Door.badKey("is of another scheme"));
        }
        String digest = KeyDigest.of(header.substring(BEARER.length()).trim());
        return keys.find(digest)
                .or(() -> sourceKeys.flatMap(known -> known.find(digest)))
                .orElseThrow(() -> new ProblemException(
                        401,
                        "key-unknown",
                        "This key is not known",
                        "No role and no source holds this key. Check that it was copied whole.",
                        Door.badKey("holds a key that is not known")));
    }

    private static boolean anybodyMay(HttpRequest<?> request) {
        return isHealth(request.getPath())
                || RouteAttributes.getRouteMatch(request)
                        .map(route -> route.getAnnotationMetadata().hasAnnotation(NoKeyNeeded.class))
                        .orElse(false);
    }

    /** Probes of an orchestrator come from another address and hold no key; what they see has no content. */
    private static boolean isHealth(String path) {
        return path.equals("/health") || path.startsWith("/health/");
    }
}
