package org.harmattan.parts.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mailbox's pages as HTML. Everything that came in a mail is escaped. */
final class MailPage {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** Up to the first character that ends a link in running text. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'\\\\^`{|}]+");

    private static final Pattern TRAILING = Pattern.compile("[.,;:!?)\\]]+$");
    private static final String STYLE = resource("mailbox.css");
    private static final String SCRIPT = resource("mailbox.js");

    private MailPage() {}

    static String list(List<Mail> mails, String nonce) {
        StringBuilder body = new StringBuilder();
        body.append("<header><h1>Mailbox</h1><p id=\"news\" role=\"status\" data-newest=\"")
                .append(mails.isEmpty() ? "" : escape(mails.get(0).id()))
                .append("\">")
                .append(count(mails.size()))
                .append("</p></header>");
        if (mails.isEmpty()) {
            body.append("<p class=\"empty\">No mail yet. Whatever is sent to this machine's SMTP port shows here,"
                    + " for any address.</p>");
        } else {
            body.append("<ol class=\"mails\">");
            mails.forEach(mail -> body.append(row(mail)));
            body.append("</ol>");
        }
        return page("Mailbox", body.toString(), nonce);
    }

    private static String row(Mail mail) {
        return "<li><a href=\"/messages/" + escape(mail.id()) + "\"><span class=\"subject\">" + escape(title(mail))
                + "</span><span class=\"who\">" + escape(String.join(", ", mail.to())) + "</span>" + time(mail)
                + "</a></li>";
    }

    static String message(Mail mail, String nonce) {
        StringBuilder body = new StringBuilder("<nav><a href=\"/\">Mailbox</a></nav><article><h1>")
                .append(escape(title(mail)))
                .append("</h1><dl><dt>From</dt><dd>")
                .append(escape(mail.from()))
                .append("</dd><dt>To</dt><dd>")
                .append(escape(String.join(", ", mail.to())))
                .append("</dd><dt>Received</dt><dd>")
                .append(time(mail))
                .append("</dd></dl>");
        if (!mail.text().isEmpty()) {
            body.append("<section aria-label=\"Text\"><pre class=\"text\">")
                    .append(linked(mail.text()))
                    .append("</pre></section>");
        }
        if (!mail.html().isEmpty()) {
            body.append("<section aria-label=\"HTML\"><h2>HTML</h2><iframe title=\"HTML part of this mail\" sandbox=\""
                            + "allow-popups allow-popups-to-escape-sandbox\" src=\"/messages/")
                    .append(escape(mail.id()))
                    .append("/html\"></iframe></section>");
        }
        body.append("<details><summary>Headers</summary><dl class=\"headers\">");
        mail.headers()
                .forEach((name, value) -> body.append("<dt>")
                        .append(escape(name))
                        .append("</dt><dd>")
                        .append(linked(value))
                        .append("</dd>"));
        body.append("</dl></details><details><summary>Source</summary><pre>")
                .append(escape(mail.raw().source()))
                .append("</pre><p><a href=\"/messages/")
                .append(escape(mail.id()))
                .append("/source\">Source alone</a></p></details></article>");
        return page(title(mail), body.toString(), nonce);
    }

    static String missing(String nonce) {
        return page(
                "Not found",
                "<nav><a href=\"/\">Mailbox</a></nav><h1>Not found</h1><p>There is no such mail here."
                        + " The mailbox keeps the newest thousand.</p>",
                nonce);
    }

    /** Text with its web addresses as links; everything else escaped. */
    static String linked(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = LINK.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String link = TRAILING.matcher(matcher.group()).replaceFirst("");
            out.append(escape(text.substring(done, matcher.start())))
                    .append("<a href=\"")
                    .append(escape(link))
                    .append("\" rel=\"noopener noreferrer\">")
                    .append(escape(link))
                    .append("</a>");
            done = matcher.start() + link.length();
        }
        return out.append(escape(text.substring(done))).toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String title(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String time(Mail mail) {
        return "<time datetime=\"" + mail.receivedAt() + "\">" + UTC.format(mail.receivedAt()) + "</time>";
    }

    private static String count(int mails) {
        return mails == 1 ? "1 mail" : mails + " mails";
    }

    private static String page(String title, String body, String nonce) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                + " content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light dark\">"
                + "<title>" + escape(title) + "</title><style nonce=\"" + nonce + "\">" + STYLE
                + "</style></head><body>"
                + "<main>" + body + "</main><script nonce=\"" + nonce + "\">" + SCRIPT + "</script></body></html>";
    }

    private static String resource(String name) {
        try (InputStream stream = MailPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the resource " + name + " cannot be read", e);
        }
    }
}
