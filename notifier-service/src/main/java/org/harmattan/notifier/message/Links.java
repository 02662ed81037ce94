package org.harmattan.notifier.message;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import org.harmattan.notifier.subscription.Subscription;

/** Addresses that stand in messages: {@code harmattan.public-url} is where readers reach this service. */
@Singleton
public final class Links {

    private final String publicUrl;
    private final String boardUrl;

    public Links(
            @Property(name = "harmattan.public-url") URI publicUrl,
            @Property(name = "harmattan.board-url") URI boardUrl) {
        this.publicUrl = checked("harmattan.public-url", publicUrl);
        this.boardUrl = checked("harmattan.board-url", boardUrl);
    }

    /** The board. */
    public String board() {
        return boardUrl + "/";
    }

    /** The page that asks whether a subscription is wanted. */
    public String confirmation(String token) {
        return publicUrl + "/confirm/" + token;
    }

    /** The page that ends a subscription. */
    public String unsubscription(Subscription subscription) {
        return publicUrl + "/unsubscribe/" + subscription.unsubscribeToken();
    }

    private static String checked(String key, URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    key + ": must be an http or https address such as https://alerts.example.org");
        }
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
