package org.harmattan.geography;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The outer border of all regions together, cut into pieces short enough that each is straight in space to within a
 * metre. The nearest piece is found by straight distances between points of the WGS84 ellipsoid, which near a shore
 * order pieces as distances along the ellipsoid do; the distance that is told is along the ellipsoid.
 */
final class Shoreline {

    /** The nearest region's index in code order, and how far it is in whole metres. */
    record Nearest(int region, long metres) {}

    /** 0.05 degrees are 5.5 km; between its ends an arc of that length rises 0.6 m above its chord. */
    private static final double PIECE_DEGREES = 0.05;

    /** How far to look, in turn, by the index; what lies farther out is measured against every piece. */
    private static final long[] REACHES_METRES = {3_000, 30_000, 200_000};

    /** No degree of latitude is shorter anywhere on the ellipsoid. */
    private static final double METRES_PER_DEGREE = 110_574;

    private record Piece(int region, double ax, double ay, double bx, double by, Space a, Space b) {}

    private final List<Piece> pieces;
    private final STRtree tree = new STRtree();

    Shoreline(List<Borders.OuterEdge> edges) {
        pieces = new ArrayList<>();
        edges.forEach(edge -> cut(edge.region(), edge.edge()));
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            tree.insert(new Envelope(piece.ax, piece.bx, piece.ay, piece.by), i);
        }
        // Built here, on one thread: after that the tree is only read.
        tree.build();
    }

    private void cut(int region, Borders.Edge edge) {
        double width = edge.bx() - edge.ax();
        double height = edge.by() - edge.ay();
        int parts = (int) Math.max(1, Math.ceil(Math.max(Math.abs(width), Math.abs(height)) / PIECE_DEGREES));
        double ax = edge.ax();
        double ay = edge.ay();
        Space a = Space.of(ay, ax);
        for (int i = 1; i <= parts; i++) {
            double bx = i == parts ? edge.bx() : edge.ax() + width * i / parts;
            double by = i == parts ? edge.by() : edge.ay() + height * i / parts;
            Space b = Space.of(by, bx);
            pieces.add(new Piece(region, ax, ay, bx, by, a, b));
            ax = bx;
            ay = by;
            a = b;
        }
    }

    /** The region nearest to a place that lies in none; of several equally near, the one whose code comes first. */
    Nearest nearest(LatLon place) {
        for (long reach : REACHES_METRES) {
            List<Piece> near = within(place, reach);
            if (!near.isEmpty()) {
                Nearest found = nearestOf(place, near);
                // What lies farther than the reach may be beaten by a piece outside the box.
                if (found.metres <= reach) {
                    return found;
                }
            }
        }
        return nearestOf(place, pieces);
    }

    /** Every piece within the reach, and some beyond it, in the order of all pieces. */
    private List<Piece> within(LatLon place, long reachMetres) {
        double degrees = (reachMetres + 100) / METRES_PER_DEGREE;
        double poleward = Math.min(89, Math.abs(place.latitude()) + degrees);
        Envelope box = new Envelope(place.longitude(), place.longitude(), place.latitude(), place.latitude());
        box.expandBy(degrees / StrictMath.cos(StrictMath.toRadians(poleward)), degrees);
        @SuppressWarnings("unchecked") // The tree holds what the constructor put into it: numbers of pieces.
        List<Integer> numbers = tree.query(box);
        numbers.sort(null);
        return numbers.stream().map(pieces::get).toList();
    }

    private static Nearest nearestOf(LatLon place, List<Piece> candidates) {
        Space from = Space.of(place.latitude(), place.longitude());
        Piece best = candidates.get(0);
        double bestAlong = 0;
        double bestSquare = Double.POSITIVE_INFINITY;
        for (Piece piece : candidates) {
            double along = from.nearestAlong(piece.a, piece.b);
            double square = from.squareTo(piece.a, piece.b, along);
            // Pieces come in code order, and only a nearer one takes the place: so the first code wins a tie.
            if (square < bestSquare) {
                best = piece;
                bestAlong = along;
                bestSquare = square;
            }
        }
        double longitude = best.ax + bestAlong * (best.bx - best.ax);
        double latitude = best.ay + bestAlong * (best.by - best.ay);
        double metres = Geodesic.WGS84.Inverse(
                        place.latitude(), place.longitude(), latitude, longitude, GeodesicMask.DISTANCE)
                .s12;
        return new Nearest(best.region, Math.round(metres));
    }

    /** A point of the ellipsoid in space: metres from the centre of the earth, earth-centred and earth-fixed. */
    private record Space(double x, double y, double z) {

        // WGS84: semi-major axis in metres and flattening (NIMA TR8350.2).
        private static final double AXIS = 6_378_137;
        private static final double FLATTENING = 1 / 298.257223563;
        private static final double E2 = FLATTENING * (2 - FLATTENING);

        static Space of(double latitude, double longitude) {
            double phi = StrictMath.toRadians(latitude);
            double lambda = StrictMath.toRadians(longitude);
            double sine = StrictMath.sin(phi);
            double normal = AXIS / Math.sqrt(1 - E2 * sine * sine);
            double ring = normal * StrictMath.cos(phi);
            return new Space(ring * StrictMath.cos(lambda), ring * StrictMath.sin(lambda), normal * (1 - E2) * sine);
        }

        /** How far along from a to b, 0 to 1, the segment comes nearest to this point. */
        double nearestAlong(Space a, Space b) {
            double dx = b.x - a.x;
            double dy = b.y - a.y;
            double dz = b.z - a.z;
            double along = ((x - a.x) * dx + (y - a.y) * dy + (z - a.z) * dz) / (dx * dx + dy * dy + dz * dz);
            return Math.max(0, Math.min(1, along));
        }

        /** The squared distance in square metres to the point of the segment at {@code along}. */
        double squareTo(Space a, Space b, double along) {
            // At an end the end itself is taken: two pieces that meet there must give the very same distance.
            double px = along == 1 ? b.x : a.x + along * (b.x - a.x);
            double py = along == 1 ? b.y : a.y + along * (b.y - a.y);
            double pz = along == 1 ? b.z : a.z + along * (b.z - a.z);
            return (x - px) * (x - px) + (y - py) * (y - py) + (z - pz) * (z - pz);
        }
    }
}
