package org.harmattan.geography;

/**
 * A place on the WGS84 ellipsoid, in decimal degrees.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record LatLon(double latitude, double longitude) {

    /** @throws IllegalArgumentException if a value is outside its range or not a number */
    public LatLon {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("latitude must lie between -90 and 90, but is " + latitude);
        }
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("longitude must lie between -180 and 180, but is " + longitude);
        }
        // Adding zero turns -0.0 into 0.0, so that one place has one representation in maps and digests.
        latitude += 0.0;
        longitude += 0.0;
    }
}
