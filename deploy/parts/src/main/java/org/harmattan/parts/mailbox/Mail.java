package org.harmattan.parts.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as it was taken in, and what a reader sees of it.
 *
 * @param id a name that is unique in its mailbox, of letters, digits and dashes
 * @param receivedAt when it came, to the millisecond
 * @param from the envelope's sender; empty for a bounce
 * @param to the envelope's recipients, as given: blind copies are among them
 * @param subject decoded; empty if there is none
 * @param text the first plain text part, decoded; empty if there is none
 * @param html the first HTML part, decoded; empty if there is none
 * @param headers every header in order, decoded and unfolded; the values of one that occurs more than once are joined by
 *     newlines
 * @param raw the bytes as they came
 */
public record Mail(
        String id,
        Instant receivedAt,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        Map<String, String> headers,
        Raw raw) {

    /** Checks nothing, copies what could be changed from outside. */
    public Mail {
        to = List.copyOf(to);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * The bytes of a mail.
     *
     * @param bytes never changed after construction
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity on purpose: a mail is told apart by its id
    public record Raw(byte[] bytes) {
        /** The source as text: every byte is one character, as headers of mails are ASCII. */
        public String source() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Reads a mail; one that cannot be read is shown with the reason as its text, and its source. */
    static Mail read(String id, Instant receivedAt, String from, List<String> to, byte[] bytes) {
        Raw raw = new Raw(bytes);
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
            return new Mail(
                    id,
                    receivedAt,
                    from,
                    to,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    first(message, "text/plain").orElse(""),
                    first(message, "text/html").orElse(""),
                    headers(message),
                    raw);
        } catch (MessagingException | IOException e) {
            String reason = "This mail cannot be read (" + e.getMessage() + "). Its source is below.";
            return new Mail(id, receivedAt, from, to, "(unreadable)", reason, "", Map.of(), raw);
        }
    }

    private static Map<String, String> headers(MimeMessage message) throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
            headers.merge(header.getName(), value, (earlier, later) -> earlier + "\n" + later);
        }
        return headers;
    }

    private static Optional<String> first(Part part, String type) throws MessagingException, IOException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (part.isMimeType(type) && !attached) {
            return Optional.of(content(part));
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (Part inner : parts(parts)) {
                Optional<String> found = first(inner, type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Part> parts(Multipart multipart) throws MessagingException {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            parts.add(multipart.getBodyPart(i));
        }
        return parts;
    }

    private static String content(Part part) throws MessagingException, IOException {
        Object content;
        try {
            content = part.getContent();
        } catch (java.io.UnsupportedEncodingException e) {
            // A charset that nobody knows: the bytes as UTF-8 show more than nothing.
            try (InputStream bytes = part.getInputStream()) {
                return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        return content instanceof String text ? text : String.valueOf(content);
    }
}
