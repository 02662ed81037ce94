package org.harmattan.notifier.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a webhook: HMAC-SHA256 over {@code id.timestamp.body}.
 *
 * <p>Source: Standard Webhooks 1.0.0, "Signature scheme" and "Webhook headers".
 */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The value of the header {@code webhook-signature}.
     *
     * @param id the header {@code webhook-id}; must hold no full stop, or what is signed could be read in two ways
     * @param timestamp the attempt's time; the header {@code webhook-timestamp} gives its whole seconds since 1970
     * @param body the body's bytes exactly as they are sent
     */
    public static String of(WebhookSecret secret, String id, Instant timestamp, byte[] body) {
        if (id.indexOf('.') >= 0) {
            throw new IllegalArgumentException("webhook-id: must hold no full stop");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update((id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
