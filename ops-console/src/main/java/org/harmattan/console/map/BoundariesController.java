package org.harmattan.console.map;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;

/** The map's outlines. They are the same for everybody: what a region is called and where it lies is no secret. */
@Controller("/api/v1/boundaries")
@Tag(name = "read")
class BoundariesController {

    private final Outlines outlines;

    BoundariesController(Outlines outlines) {
        this.outlines = outlines;
    }

    /**
     * Outlines of all regions for drawing (not for measuring), GeoJSON. It may be kept, and asked for again with its entity
     * tag.
     *
     * @param request the request
     */
    @Get(produces = "application/geo+json")
    HttpResponse<byte[]> boundaries(@Parameter(hidden = true) HttpRequest<?> request) {
        String known = request.getHeaders().get(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(outlines.tag())) {
            return described(HttpResponse.notModified());
        }
        String accepted = request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING);
        if (accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip")) {
            return described(HttpResponse.ok(outlines.gzip())).header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return described(HttpResponse.ok(outlines.json()));
    }

    private MutableHttpResponse<byte[]> described(MutableHttpResponse<byte[]> response) {
        return response.header(HttpHeaders.ETAG, outlines.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
    }
}
