package org.harmattan.geography;

import java.util.regex.Pattern;

/**
 * A first-level region's code as ISO 3166-2 gives it, for example {@code ML-5} or {@code MR-NKC}. Only the shape is
 * checked here; whether the catalogue knows the region is the catalogue's to say. The order of codes is the order of
 * their characters, the same on every machine.
 *
 * @param value a country code, a hyphen, one to three capital letters or digits
 */
public record RegionCode(String value) implements Comparable<RegionCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    /** @throws IllegalArgumentException if the value does not have the shape of ISO 3166-2 */
    public RegionCode {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException(
                    "a region code has the shape of ISO 3166-2, such as ML-5, but this is '" + value + "'");
        }
    }

    /** Whether the text has the shape of a region code. */
    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The country that the code belongs to: its first two letters. */
    public CountryCode country() {
        return new CountryCode(value.substring(0, 2));
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
