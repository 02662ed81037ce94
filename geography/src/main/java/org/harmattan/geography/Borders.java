package org.harmattan.geography;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Which regions share edges, how long these are, and which edges form the outer border. Boundaries are vertex-exact: a
 * shared border consists of edges with the same two ends in both regions, so an edge found twice is shared and an edge
 * found once is outer. Lengths add up in the order of regions and rings, so the sum is the same on every machine.
 */
final class Borders {

    /**
     * An edge between two vertices, the lesser one first, so that both regions give the same value.
     *
     * @param ax longitude of the first end in degrees, {@code ay} its latitude; {@code bx} and {@code by} the other end's
     */
    record Edge(double ax, double ay, double bx, double by) {
        static Edge between(Coordinate one, Coordinate other) {
            return one.compareTo(other) <= 0
                    ? new Edge(one.x, one.y, other.x, other.y)
                    : new Edge(other.x, other.y, one.x, one.y);
        }
    }

    /** An edge that only one region has; {@code region} is its index in code order. */
    record OuterEdge(int region, Edge edge) {}

    private final List<List<Neighbour>> neighbours;
    private final List<OuterEdge> outerEdges;

    private Borders(List<List<Neighbour>> neighbours, List<OuterEdge> outerEdges) {
        this.neighbours = neighbours;
        this.outerEdges = outerEdges;
    }

    /** @param regions in code order */
    static Borders of(List<Region> regions) {
        Map<Edge, Integer> unpaired = new HashMap<>();
        List<SortedMap<Integer, Double>> metres = new ArrayList<>();
        for (int region = 0; region < regions.size(); region++) {
            metres.add(new TreeMap<>());
            for (Edge edge : edgesOf(regions.get(region).geometry())) {
                Integer other = unpaired.remove(edge);
                if (other == null) {
                    unpaired.put(edge, region);
                } else if (other != region) {
                    double length = metres(edge);
                    metres.get(region).merge(other, length, Double::sum);
                    metres.get(other).merge(region, length, Double::sum);
                }
            }
        }
        List<List<Neighbour>> neighbours = new ArrayList<>();
        metres.forEach(byRegion -> neighbours.add(neighbours(byRegion, regions)));
        return new Borders(Collections.unmodifiableList(neighbours), outer(regions, unpaired));
    }

    /** The neighbours of a region in code order; {@code region} is its index. */
    List<Neighbour> neighbours(int region) {
        return neighbours.get(region);
    }

    /** The edges that only one region has, in the order of regions and of their rings. */
    List<OuterEdge> outerEdges() {
        return outerEdges;
    }

    static List<Edge> edgesOf(Geometry area) {
        List<Edge> edges = new ArrayList<>(area.getNumPoints());
        for (int part = 0; part < area.getNumGeometries(); part++) {
            Polygon polygon = (Polygon) area.getGeometryN(part);
            addEdges(polygon.getExteriorRing().getCoordinates(), edges);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                addEdges(polygon.getInteriorRingN(hole).getCoordinates(), edges);
            }
        }
        return edges;
    }

    private static void addEdges(Coordinate[] ring, List<Edge> edges) {
        for (int i = 1; i < ring.length; i++) {
            if (!ring[i - 1].equals2D(ring[i])) {
                edges.add(Edge.between(ring[i - 1], ring[i]));
            }
        }
    }

    private static List<Neighbour> neighbours(SortedMap<Integer, Double> metres, List<Region> regions) {
        List<Neighbour> neighbours = new ArrayList<>();
        // Rounding to the metre hides last-digit differences between the sine functions of different Java releases.
        metres.forEach((region, length) ->
                neighbours.add(new Neighbour(regions.get(region).code(), Math.round(length) / 1000.0)));
        return List.copyOf(neighbours);
    }

    private static List<OuterEdge> outer(List<Region> regions, Map<Edge, Integer> unpaired) {
        List<OuterEdge> outer = new ArrayList<>();
        for (int region = 0; region < regions.size(); region++) {
            for (Edge edge : edgesOf(regions.get(region).geometry())) {
                if (unpaired.containsKey(edge)) {
                    outer.add(new OuterEdge(region, edge));
                }
            }
        }
        return List.copyOf(outer);
    }

    private static double metres(Edge edge) {
        return Geodesic.WGS84.Inverse(edge.ay, edge.ax, edge.by, edge.bx, GeodesicMask.DISTANCE).s12;
    }
}
