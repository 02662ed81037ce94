package org.harmattan.notifier.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.net.ssl.SSLException;
import org.harmattan.notifier.message.Answer;
import org.harmattan.notifier.message.Courier;
import org.harmattan.notifier.message.Message;
import org.harmattan.notifier.subscription.Subscription;
import org.harmattan.schemas.delivery.Channel;

/** Carries messages by signed HTTP POST. It follows no redirect and reads nothing of the answer but its status. */
@Singleton
public final class WebhookCourier implements Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GONE = 410;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();
    private final AddressGuard guard;
    private final Payload payload;
    private final Clock clock;

    public WebhookCourier(AddressGuard guard, Payload payload, Clock clock) {
        this.guard = guard;
        this.payload = payload;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Answer carry(Message message) {
        return post(message.subscription(), message.id(), payload.of(message));
    }

    /** Sends a signed test with an id of its own. */
    public Answer test(Subscription subscription) {
        return post(subscription, UUID.randomUUID(), payload.ofTest(subscription, clock.instant()));
    }

    private Answer post(Subscription subscription, UUID id, byte[] body) {
        URI url = URI.create(subscription.address());
        if (guard.judge(url) instanceof AddressGuard.Verdict.Refused refused) {
            return new Answer.Refused(
                    Optional.empty(), "the address " + refused.refusal().problem());
        }
        WebhookSecret secret = WebhookSecret.of(subscription.secret().orElseThrow());
        Instant now = clock.instant();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("user-agent", "Harmattan-Webhook/1")
                .header("webhook-id", id.toString())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.of(secret, id.toString(), now, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // closed unread: an endless answer must not hold us
            response.body().close();
            return answer(response.statusCode());
        } catch (IOException e) {
            return new Answer.Refused(Optional.empty(), reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused(Optional.empty(), "the service was stopping");
        }
    }

    private static Answer answer(int status) {
        if (status >= 200 && status < 300) {
            return new Answer.Taken(Optional.of(status));
        }
        if (status == GONE) {
            return new Answer.Gone(Optional.of(status), "the receiver says that it is gone for good");
        }
        return new Answer.Refused(
                Optional.of(status),
                status >= 300 && status < 400
                        ? "the receiver redirects, which is not followed"
                        : "the receiver did not answer with 2xx");
    }

    /** By name, without the exception's message: it may quote the address. */
    private static String reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return "no answer within 10 s";
        }
        if (e instanceof ConnectException) {
            return "no connection";
        }
        return e instanceof SSLException ? "no trusted encrypted connection" : "the connection broke";
    }
}
