package org.harmattan.topology;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What a record on the topic of rejected reports says of itself, in headers: where it was and why it is here. Never a part of
 * it, and never a stack trace.
 */
public final class Rejected {

    /** Why: a name, see {@link Reason} and the reasons of receipts. */
    public static final String REASON = "harmattan-reason";
    /** The topic it was read from. */
    public static final String TOPIC = "harmattan-topic";
    /** The partition it was read from, decimal digits. */
    public static final String PARTITION = "harmattan-partition";
    /** Its offset there, decimal digits. */
    public static final String OFFSET = "harmattan-offset";

    /** W3C trace context, carried from topic to topic. */
    static final String TRACEPARENT = "traceparent";

    private Rejected() {}

    /** Why a record is rejected before anybody judged it. */
    public enum Reason {
        /** The bytes are no record of the topic's schema. */
        UNREADABLE,
        /** There is no value. */
        EMPTY,
        /** An intake entry that does not belong to its partition's theatre. */
        OTHER_THEATRE,
        /** The record could be read, but deciding about it failed. */
        UNDECIDABLE
    }

    static Headers headers(String reason, String topic) {
        Headers headers = new RecordHeaders();
        headers.add(REASON, utf8(reason));
        headers.add(TOPIC, utf8(topic));
        return headers;
    }

    static Headers headers(Reason reason, String topic, int partition, long offset) {
        Headers headers = headers(reason.name(), topic);
        headers.add(PARTITION, utf8(Integer.toString(partition)));
        headers.add(OFFSET, utf8(Long.toString(offset)));
        return headers;
    }

    /** Of a record's headers only the trace goes on. */
    static Headers trace(Headers headers) {
        Headers kept = new RecordHeaders();
        Header trace = headers.lastHeader(TRACEPARENT);
        if (trace != null) {
            kept.add(trace);
        }
        return kept;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
