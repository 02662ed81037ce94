package org.harmattan.cli.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.harmattan.replay.Verification;

/** What a verification found, in words or as JSON. */
final class VerificationText {

    private VerificationText() {}

    static String plain(String theatre, Verification verification) {
        if (verification instanceof Verification.Same same) {
            return String.format(
                    Locale.ROOT,
                    "%s: equal. %,d entries folded, %,d published records compared.%n  open       %s%n  restricted %s",
                    theatre,
                    same.entries(),
                    same.outputs(),
                    same.openDigest(),
                    same.restrictedDigest());
        }
        if (verification instanceof Verification.Different different) {
            return String.format(
                    Locale.ROOT,
                    "%s: DIFFERENT after %,d entries. First difference: %s on %s, caused by entry %d, output %d, key %s."
                            + " %s",
                    theatre,
                    different.entries(),
                    different.kind(),
                    different.topic(),
                    different.seq(),
                    different.ordinal(),
                    different.key(),
                    different.detail());
        }
        throw new IllegalStateException("a verification is the same or different");
    }

    static ObjectNode json(String theatre, Verification verification) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("theatre", theatre)
                .put("equal", verification instanceof Verification.Same)
                .put("entries", verification.entries());
        if (verification instanceof Verification.Same same) {
            line.put("outputs", same.outputs())
                    .putObject("digest")
                    .put("open", same.openDigest())
                    .put("restricted", same.restrictedDigest());
        } else if (verification instanceof Verification.Different different) {
            line.putObject("firstDifference")
                    .put("kind", different.kind().name())
                    .put("topic", different.topic())
                    .put("audience", different.audience().name())
                    .put("seq", different.seq())
                    .put("ordinal", different.ordinal())
                    .put("key", different.key())
                    .put("detail", different.detail());
        }
        return line;
    }
}
