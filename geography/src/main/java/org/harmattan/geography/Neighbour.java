package org.harmattan.geography;

/**
 * A region that shares a land border with another: at least one edge, not only a point.
 *
 * @param region the neighbour
 * @param borderKm the length of the shared border on the WGS84 ellipsoid in kilometres, above 0, rounded to the metre
 */
public record Neighbour(RegionCode region, double borderKm) {}
