package org.harmattan.geography;

/**
 * A country of the catalogue.
 *
 * @param code ISO 3166-1 alpha-2
 * @param iso3 ISO 3166-1 alpha-3, three capital letters
 * @param name in English
 * @param nameFr in French
 */
public record Country(CountryCode code, String iso3, String name, String nameFr) {}
