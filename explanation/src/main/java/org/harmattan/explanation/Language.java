package org.harmattan.explanation;

import java.util.Arrays;
import java.util.Optional;

/** A language that Harmattan speaks. Both say the same, with equal care. */
public enum Language {
    FR("fr"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** ISO 639-1, lower case. */
    public String code() {
        return code;
    }

    /** The language of an ISO 639-1 code in any case, or of a tag that begins with one, such as {@code fr-ML}. */
    public static Optional<Language> ofCode(String tag) {
        return Arrays.stream(values())
                .filter(language ->
                        tag.equalsIgnoreCase(language.code) || tag.regionMatches(true, 0, language.code + "-", 0, 3))
                .findFirst();
    }
}
