package org.harmattan.notifier.page;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.harmattan.explanation.Language;

/**
 * One quiet page with a sentence and at most one button, without script, without anything from elsewhere. All of its words
 * are ours: nothing that was sent is shown.
 *
 * @param status HTTP status
 * @param languages in which it speaks; several when nobody knows the reader's
 * @param title a heading
 * @param text a sentence
 * @param button words on a button that posts to the page's own address, or empty
 */
record Page(HttpStatus status, List<Language> languages, PageWords title, PageWords text, Optional<PageWords> button) {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ground:#fbfbfa;--ink:#1d1f21;--soft:#5b6168;--accent:#0b5cad;--on:#fff}
            @media (prefers-color-scheme:dark){:root{--ground:#16181a;--ink:#e8e9ea;--soft:#a7adb4;--accent:#7ab8f5;--on:#0b1520}}
            body{margin:0;background:var(--ground);color:var(--ink);font:18px/1.5 system-ui,sans-serif}
            main{max-width:34rem;margin:0 auto;padding:64px 16px}
            h1{font-size:28px;line-height:1.25;margin:0 0 16px}
            section+section{margin-top:48px}
            button{font:inherit;font-weight:600;padding:12px 24px;border:0;border-radius:8px;background:var(--accent);color:var(--on);cursor:pointer}
            button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
            footer{margin-top:64px;color:var(--soft);font-size:15px}
            """;

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static Page of(HttpStatus status, Language language, PageWords title, PageWords text) {
        return new Page(status, List.of(language), title, text, Optional.empty());
    }

    static Page asking(Language language, PageWords title, PageWords text, PageWords button) {
        return new Page(HttpStatus.OK, List.of(language), title, text, Optional.of(button));
    }

    /** For links that nobody knows: in both languages. */
    static Page unknown() {
        return new Page(
                HttpStatus.NOT_FOUND,
                List.of(Language.FR, Language.EN),
                PageWords.UNKNOWN_TITLE,
                PageWords.UNKNOWN_TEXT,
                Optional.empty());
    }

    MutableHttpResponse<String> response() {
        return HttpResponse.status(status)
                .body(html())
                .contentType(MediaType.TEXT_HTML + "; charset=utf-8")
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .header("Cache-Control", "no-store");
    }

    private String html() {
        StringBuilder sections = new StringBuilder();
        for (Language language : languages) {
            sections.append("<section lang=\"")
                    .append(language.code())
                    .append("\"><h1>")
                    .append(title.in(language))
                    .append("</h1><p>")
                    .append(text.in(language))
                    .append("</p>");
            button.ifPresent(words -> sections.append("<form method=\"post\"><button>")
                    .append(words.in(language))
                    .append("</button></form>"));
            sections.append("</section>");
        }
        return "<!doctype html><html lang=\"" + languages.get(0).code()
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">"
                + "<meta name=\"robots\" content=\"noindex\"><title>" + title.in(languages.get(0))
                + "</title><style>" + STYLE + "</style></head><body><main>" + sections
                + "<footer>Harmattan</footer></main></body></html>";
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
