package org.harmattan.explanation;

/**
 * A region as a reader of one language calls it.
 *
 * @param code ISO 3166-2
 * @param name the region's name, or its code when the catalogue does not know it
 * @param country the country's name, or its code
 */
public record Place(String code, String name, String country) {

    /** The full form: {@code Mopti (ML-5), Mali}. */
    @Override
    public String toString() {
        return name + " (" + code + "), " + country;
    }
}
