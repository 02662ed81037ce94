package org.harmattan.console.map;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.harmattan.geography.Catalogue;
import org.harmattan.geography.Country;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A country and a point of its largest part where its name may stand. */
record CountryLabel(Country country, Coordinate at) {

    static List<CountryLabel> of(Catalogue catalogue, Geometry[] shapes) {
        List<CountryLabel> labels = new ArrayList<>();
        for (Country country : catalogue.countries()) {
            Geometry[] parts = IntStream.range(0, shapes.length)
                    .filter(i -> catalogue.regions().get(i).country().equals(country))
                    .mapToObj(i -> shapes[i])
                    .toArray(Geometry[]::new);
            labels.add(new CountryLabel(country, middle(CoverageUnion.union(parts))));
        }
        return labels;
    }

    private static Coordinate middle(Geometry area) {
        Geometry largest = area.getGeometryN(0);
        for (int i = 1; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i).getArea() > largest.getArea()) {
                largest = area.getGeometryN(i);
            }
        }
        Geometry centre = largest.getCentroid();
        return (largest.contains(centre) ? centre : largest.getInteriorPoint()).getCoordinate();
    }
}
