package org.harmattan.geography;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings names that people write in different ways to one form: no accents, no capitals, no hyphens, and without the word
 * that only says what kind of unit it is ("Mopti region", "Région de Mopti" and "MOPTI" are one).
 */
final class NameKey {

    private static final String KIND =
            "region|district|departement|department|province|state|etat|county|prefecture|governorate|wilaya";
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    // Besides the apostrophe proper: what keyboards and transliterations put in its place (U+2018, U+2019, U+02BC,
    // U+02BF).
    private static final Pattern APOSTROPHES = Pattern.compile("['`\u2018\u2019\u02BC\u02BF]");
    private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final Pattern KIND_BEFORE =
            Pattern.compile("^(?:" + KIND + ") (?:(?:de|du|des|of|the) )?(?:la |le |les |[ld]')?(?=.)");
    private static final Pattern KIND_AFTER = Pattern.compile("(?<=.) (?:" + KIND + ")$");

    private NameKey() {}

    /** The name as written, but for accents, capitals and punctuation. */
    static String full(String name) {
        return spaced(name).replace("'", "");
    }

    /** The same without the word for the kind of unit; the full form when nothing else would be left. */
    static String bare(String name) {
        String bare = KIND_BEFORE.matcher(spaced(name)).replaceFirst("");
        bare = KIND_AFTER.matcher(bare).replaceFirst("");
        return bare.replace("'", "");
    }

    private static String spaced(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae");
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        return OTHER_THAN_LETTERS.matcher(plain).replaceAll(" ").strip();
    }
}
