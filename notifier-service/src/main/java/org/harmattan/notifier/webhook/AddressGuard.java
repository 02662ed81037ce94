package org.harmattan.notifier.webhook;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps webhooks from reaching into networks that their subscriber could not reach (server-side request forgery). Asked
 * at each attempt, because a name may lead elsewhere by then. Java keeps a resolved name for 30 s, so the connection that
 * follows goes to the addresses that were looked at.
 */
@Singleton
public final class AddressGuard {

    private static final int LONGEST_URL = 2_000;

    private final WebhookSettings settings;
    private final Resolver resolver;

    @jakarta.inject.Inject
    public AddressGuard(WebhookSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    AddressGuard(WebhookSettings settings, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
    }

    /** Resolves a name to all its addresses. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** What is wrong with an address, in words that follow the field's name, and what to send instead. */
    public record Refusal(String problem, String fix) {}

    /** Where a webhook may go, or why it may not. */
    public sealed interface Verdict {

        /** It may; {@code loopback} when it leads to this machine. */
        record Allowed(boolean loopback) implements Verdict {}

        /** It may not. */
        record Refused(Refusal refusal) implements Verdict {}
    }

    /** What the shape of an address is worth, without looking its name up. */
    public Optional<Refusal> shape(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            return Optional.of(new Refusal("is not an address", "send one such as https://ngo.example.org/harmattan"));
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null) {
            return Optional.of(
                    new Refusal("is not a web address", "send one such as https://ngo.example.org/harmattan"));
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            return Optional.of(
                    new Refusal("holds a user name or a fragment", "leave it out; messages are signed instead"));
        }
        return text.length() > LONGEST_URL
                ? Optional.of(new Refusal("is longer than 2,000 characters", "send a shorter one"))
                : Optional.empty();
    }

    /** Looks the address's name up and judges every address that it leads to. */
    public Verdict judge(URI url) {
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(bare(url.getHost()));
        } catch (UnknownHostException e) {
            return refused("leads nowhere: its host name is unknown", "check the host name");
        }
        List<AddressKind> kinds = new ArrayList<>();
        Arrays.stream(addresses).map(AddressKind::of).forEach(kinds::add);
        if (kinds.isEmpty() || kinds.contains(AddressKind.UNUSABLE)) {
            return refused("leads to an address that nobody can be reached at", "send a public address");
        }
        if (kinds.contains(AddressKind.LOOPBACK) && !settings.allowLoopback()) {
            return refused(
                    "leads to this machine",
                    "send a public address, or allow it with harmattan.webhook.allow-loopback");
        }
        if (kinds.contains(AddressKind.PRIVATE) && !settings.allowPrivateNetworks()) {
            return refused(
                    "leads into a private network",
                    "send a public address, or allow it with harmattan.webhook.allow-private-networks");
        }
        boolean encrypted = "https".equalsIgnoreCase(url.getScheme());
        if (!encrypted && kinds.contains(AddressKind.PUBLIC)) {
            return refused("is not encrypted", "send an https address");
        }
        return new Verdict.Allowed(kinds.stream().allMatch(kind -> kind == AddressKind.LOOPBACK));
    }

    private static Verdict refused(String problem, String fix) {
        return new Verdict.Refused(new Refusal(problem, fix));
    }

    /** An IPv6 address stands in brackets in a URL. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
