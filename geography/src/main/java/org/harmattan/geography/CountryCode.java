package org.harmattan.geography;

import java.util.regex.Pattern;

/**
 * A country's two-letter code as ISO 3166-1 gives it, for example {@code ML}. Only the shape is checked here; whether
 * the catalogue knows the country is the catalogue's to say.
 *
 * @param value two capital letters
 */
public record CountryCode(String value) implements Comparable<CountryCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}");

    /** @throws IllegalArgumentException if the value is not two capital letters */
    public CountryCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "a country code is two capital letters of ISO 3166-1, such as ML, but this is '" + value + "'");
        }
    }

    /** Whether the text has the shape of a country code. */
    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
