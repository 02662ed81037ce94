package org.harmattan.console.feed;

import io.micronaut.http.sse.Event;

/**
 * One event as the stream sends it, made once for all readers.
 *
 * @param position its place in the order in which things were written
 * @param id {@code theatre,seq,ordinal}
 * @param name score, alert or pulse
 * @param json the same record as in the API's answers
 */
record Told(long position, String id, String name, String json) {

    Event<String> event() {
        return Event.of(json).id(id).name(name);
    }
}
