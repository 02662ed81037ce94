package org.harmattan.ingest.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of reports. */
public final class ReportIds {

    /** Namespace of ids derived from a source's own. Changing it would make every import of the past new again. */
    private static final UUID NAMESPACE = UUID.fromString("6c3f2b0e-5d5c-4c58-9f5e-0b6b5f0c7a11");

    private static final Pattern SHAPE = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private ReportIds() {}

    /** UUIDv5 (RFC 9562, section 5.5) of a source and its own id: the same two always give the same id. */
    public static String derived(String source, String sourceReportId) {
        // no source id holds a slash, so two different pairs never read alike
        byte[] name = (source + "/" + sourceReportId).getBytes(StandardCharsets.UTF_8);
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** The canonical form of a UUID, or empty when the text is none. */
    static Optional<String> canonical(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(text.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    static String random() {
        return UUID.randomUUID().toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
