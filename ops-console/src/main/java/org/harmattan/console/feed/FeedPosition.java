package org.harmattan.console.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cause of the last thing a reader has seen, as the stream writes it into its ids: {@code theatre,seq,ordinal}.
 *
 * @param theatre theatre
 * @param seq number of the ledger entry, as the audience counts
 * @param ordinal which of its outputs
 */
public record FeedPosition(String theatre, long seq, int ordinal) {

    private static final Pattern FORM = Pattern.compile("([a-z0-9-]{1,63}),([0-9]{1,18}),([0-9]{1,9})");

    /** Reads an id, or finds none in what is not one. */
    public static Optional<FeedPosition> parse(String id) {
        Matcher matcher = FORM.matcher(id.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new FeedPosition(
                matcher.group(1), Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))));
    }

    @Override
    public String toString() {
        return theatre + "," + seq + "," + ordinal;
    }
}
