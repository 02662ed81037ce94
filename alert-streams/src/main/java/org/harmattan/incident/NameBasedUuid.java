package org.harmattan.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * UUIDs of version 5 (RFC 9562, section 5.5): the same name gives the same id on every machine and at every replay.
 */
public final class NameBasedUuid {

    /** Namespace of all ids that the assessment makes: UUIDv5 of the DNS namespace and "harmattan.org". */
    private static final byte[] NAMESPACE = {
        (byte) 0xa8, (byte) 0xe4, (byte) 0x9f, (byte) 0xa3, (byte) 0xaf, (byte) 0x7c, (byte) 0x5b, (byte) 0x3f,
        (byte) 0x91, (byte) 0xbf, (byte) 0xfb, (byte) 0x1c, (byte) 0xa1, (byte) 0x79, (byte) 0x45, (byte) 0x03
    };

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private NameBasedUuid() {}

    /** The id of what the parts name together, in canonical text form; the parts are joined by a line feed. */
    public static String of(String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(NAMESPACE);
        byte[] hash = sha1.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        StringBuilder text = new StringBuilder(36);
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                text.append('-');
            }
            text.append(HEX[(hash[i] >> 4) & 0xf]).append(HEX[hash[i] & 0xf]);
        }
        return text.toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
