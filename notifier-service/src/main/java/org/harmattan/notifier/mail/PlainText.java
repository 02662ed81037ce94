package org.harmattan.notifier.mail;

import java.util.List;

/** Builds plain text that reads well over a bad line and on a small screen. */
final class PlainText {

    private static final int WIDTH = 76;

    private final StringBuilder text = new StringBuilder();

    PlainText line(String line) {
        wrap("", "", line);
        return this;
    }

    PlainText blank() {
        text.append('\n');
        return this;
    }

    /** A heading and its sentences as a list; nothing at all without sentences. */
    PlainText section(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            blank().line(heading);
            sentences.forEach(sentence -> wrap("- ", "  ", sentence));
        }
        return this;
    }

    /** A line that is kept whole, such as an address. */
    PlainText whole(String line) {
        text.append(line).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Breaks at plain spaces only: a non-breaking one stays where it is. */
    private void wrap(String first, String further, String sentence) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : sentence.split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(further);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
    }
}
