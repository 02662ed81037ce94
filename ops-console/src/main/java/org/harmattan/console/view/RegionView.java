package org.harmattan.console.view;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Neighbour;
import org.harmattan.geography.Region;

/**
 * A region of the catalogue.
 *
 * @param code ISO 3166-2
 * @param name in English
 * @param nameFr in French
 * @param country ISO 3166-1 alpha-2
 * @param latitude degrees north of a point where its name may stand
 * @param longitude degrees east of that point
 * @param neighbours regions with which it shares a land border
 */
@Serdeable
public record RegionView(
        String code,
        String name,
        String nameFr,
        String country,
        String countryName,
        String countryNameFr,
        String theatre,
        double latitude,
        double longitude,
        List<NeighbourView> neighbours) {

    /** A neighbour and the length of the shared border, kilometres. */
    @Serdeable
    public record NeighbourView(String code, double borderKm) {}

    public static RegionView of(Catalogue catalogue, Region region) {
        List<NeighbourView> neighbours = catalogue.neighbours(region.code()).stream()
                .map(RegionView::neighbour)
                .toList();
        return new RegionView(
                region.code().value(),
                region.name(),
                region.nameFr(),
                region.country().code().value(),
                region.country().name(),
                region.country().nameFr(),
                catalogue.theatreOf(region.code()).name(),
                rounded(region.labelPoint().latitude()),
                rounded(region.labelPoint().longitude()),
                neighbours);
    }

    private static NeighbourView neighbour(Neighbour neighbour) {
        return new NeighbourView(neighbour.region().value(), neighbour.borderKm());
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }
}
