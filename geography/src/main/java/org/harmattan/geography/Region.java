package org.harmattan.geography;

import org.locationtech.jts.geom.Geometry;

/**
 * A first-level region of the catalogue. Two regions are equal when their codes and names are and their shapes have the
 * same vertices in the same order.
 *
 * @param code ISO 3166-2
 * @param name in English
 * @param nameFr in French
 * @param country the country it belongs to
 * @param geometry its area, a polygon or several, x = longitude and y = latitude in degrees of WGS84; shared by every
 *     reader of the catalogue and not to be changed
 * @param labelPoint a point inside it, where a name or a marker may stand
 */
public record Region(
        RegionCode code, String name, String nameFr, Country country, Geometry geometry, LatLon labelPoint) {

    /** Code and name; the shape would fill pages. */
    @Override
    public String toString() {
        return code + " " + name;
    }
}
