package org.harmattan.door;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether a request really comes from somebody on this machine. */
final class Loopback {

    /** Set by proxies: behind one, the peer's address says nothing about who asks. */
    private static final List<String> FORWARDED = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** True when the peer is on loopback, no proxy stands between, and it asked for this machine by a loopback name. */
    static boolean sent(HttpRequest<?> request) {
        var address = request.getRemoteAddress().getAddress();
        return address != null
                && address.isLoopbackAddress()
                && FORWARDED.stream().noneMatch(request.getHeaders()::contains)
                && asksForLoopback(request.getHeaders());
    }

    /** A page from elsewhere can make a browser send requests here, but not under a loopback name (DNS rebinding). */
    private static boolean asksForLoopback(HttpHeaders headers) {
        String host = headers.get(HttpHeaders.HOST);
        if (host == null) {
            return true;
        }
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
