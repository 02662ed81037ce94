package org.harmattan.explanation;

import java.text.Normalizer;

/**
 * The alphabet of text messages, 3GPP TS 23.038 (GSM 03.38), section 6.2.1: what it lacks is written with what it has, so
 * that a message stays one part of 160 characters on any handset.
 */
final class Gsm7 {

    static final int ONE_MESSAGE = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private Gsm7() {}

    static boolean isBasic(String text) {
        return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0);
    }

    /** The text in the basic alphabet: accents that it lacks are dropped, what is left unknown becomes a question mark. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> out.append(one(new String(Character.toChars(point)))));
        return out.toString();
    }

    private static String one(String character) {
        if (isBasic(character)) {
            return character;
        }
        return switch (character) {
            case "\u2019", "\u2018", "`" -> "'";
            case "\u00ab", "\u00bb", "\u201c", "\u201d" -> "\"";
            case "\u2013", "\u2014", "\u2011" -> "-";
            case "\u00a0", "\u202f", "\t" -> " ";
            case "\u0153" -> "oe";
            case "\u0152" -> "OE";
            case "[", "{" -> "(";
            case "]", "}" -> ")";
            default -> {
                StringBuilder bare = new StringBuilder();
                Normalizer.normalize(character, Normalizer.Form.NFD)
                        .chars()
                        .filter(c -> BASIC.indexOf(c) >= 0)
                        .forEach(c -> bare.append((char) c));
                yield bare.isEmpty() ? "?" : bare.toString();
            }
        };
    }
}
