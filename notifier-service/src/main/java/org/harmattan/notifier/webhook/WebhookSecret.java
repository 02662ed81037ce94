package org.harmattan.notifier.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A signing secret: {@code whsec_} and 24 to 64 bytes in base64.
 *
 * <p>Source: Standard Webhooks 1.0.0, "Signature scheme".
 */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final int MADE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** A new one of 32 random bytes. */
    public static WebhookSecret make() {
        byte[] bytes = new byte[MADE_BYTES];
        RANDOM.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /** @throws IllegalArgumentException if the text is no such secret; the message does not quote it */
    public static WebhookSecret of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a webhook's secret begins with " + PREFIX);
        }
        byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("a webhook's secret has 24 to 64 bytes, but this one " + bytes.length);
        }
        return new WebhookSecret(bytes);
    }

    /** As it is shown to the receiver, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    byte[] key() {
        return key.clone();
    }

    /** Never the secret itself. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
