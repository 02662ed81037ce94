package org.harmattan.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A grid over the catalogue that answers at once for most points: a cell through which no edge runs lies wholly in one
 * region or in none. For a cell with edges it gives the regions whose edges they are, and a point in it needs a real
 * test against those only.
 */
final class RegionGrid {

    /** The cell lies in no region. */
    static final int NO_REGION = -1;

    /** Cells are 0.05 degrees (5.5 km) wide, wider where the catalogue would need more cells than this. */
    private static final int MAX_CELLS = 2_000_000;

    private static final double CELL_DEGREES = 0.05;

    /** Edges claim the cells they come this near to, in cells: far more than the error of the arithmetic. */
    private static final double MARGIN = 1e-6;

    private final double west;
    private final double south;
    private final double cellsPerDegree;
    private final int columns;
    private final int rows;

    /** Per cell: a region's index, {@link #NO_REGION}, or -2 - n for the n-th of {@link #candidates}. */
    private final int[] cells;

    private final int[][] candidates;

    /**
     * @param regions in code order
     * @param locate the index of the region that holds a point, or {@link #NO_REGION}; asked once for each connected
     *     stretch of cells without edges
     */
    RegionGrid(List<Region> regions, ToIntFunction<Coordinate> locate) {
        Envelope box = new Envelope();
        regions.forEach(region -> box.expandToInclude(region.geometry().getEnvelopeInternal()));
        double cell = Math.max(CELL_DEGREES, Math.sqrt(box.getWidth() * box.getHeight() / MAX_CELLS));
        cellsPerDegree = 1 / cell;
        // One cell of room on every side: every edge lies inside the grid, whatever the rounding.
        west = box.getMinX() - cell;
        south = box.getMinY() - cell;
        columns = (int) Math.ceil(box.getWidth() * cellsPerDegree) + 3;
        rows = (int) Math.ceil(box.getHeight() * cellsPerDegree) + 3;
        cells = new int[columns * rows];
        candidates = markCellsWithEdges(regions);
        fillTheOthers(locate);
    }

    /**
     * The region that the place's cell lies in, {@link #NO_REGION}, or a number that {@link #candidates(int)} turns into
     * the regions to test.
     */
    int at(double longitude, double latitude) {
        double column = (longitude - west) * cellsPerDegree;
        double row = (latitude - south) * cellsPerDegree;
        if (column < 0 || row < 0 || column >= columns || row >= rows) {
            return NO_REGION;
        }
        return cells[((int) row) * columns + (int) column];
    }

    static boolean hasEdges(int answer) {
        return answer < NO_REGION;
    }

    /** The indices of the regions with an edge in the cell, ascending. Not to be changed. */
    int[] candidates(int answer) {
        return candidates[-2 - answer];
    }

    private int[][] markCellsWithEdges(List<Region> regions) {
        CellMarks marks = new CellMarks();
        for (int region = 0; region < regions.size(); region++) {
            for (Borders.Edge edge : Borders.edgesOf(regions.get(region).geometry())) {
                mark(edge, region, marks);
            }
        }
        Arrays.fill(cells, NO_REGION);
        Map<List<Integer>, Integer> known = new HashMap<>();
        List<int[]> lists = new ArrayList<>();
        marks.forEachCell((cell, regionsThere) -> {
            Integer number = known.putIfAbsent(regionsThere, lists.size());
            if (number == null) {
                number = lists.size();
                lists.add(regionsThere.stream().mapToInt(Integer::intValue).toArray());
            }
            cells[cell] = -2 - number;
        });
        return lists.toArray(int[][]::new);
    }

    /** Marks, row by row, every cell that the edge touches or nearly touches. */
    private void mark(Borders.Edge edge, int region, CellMarks marks) {
        double ax = (edge.ax() - west) * cellsPerDegree;
        double ay = (edge.ay() - south) * cellsPerDegree;
        double bx = (edge.bx() - west) * cellsPerDegree;
        double by = (edge.by() - south) * cellsPerDegree;
        double low = Math.min(ay, by);
        double high = Math.max(ay, by);
        for (int row = (int) (low - MARGIN); row <= (int) (high + MARGIN); row++) {
            double from = xAt(Math.max(low, row - MARGIN), ax, ay, bx, by);
            double to = xAt(Math.min(high, row + 1 + MARGIN), ax, ay, bx, by);
            int first = (int) (Math.min(from, to) - MARGIN);
            int last = (int) (Math.max(from, to) + MARGIN);
            if (ay == by) {
                first = (int) (Math.min(ax, bx) - MARGIN);
                last = (int) (Math.max(ax, bx) + MARGIN);
            }
            for (int column = first; column <= last; column++) {
                marks.add(row * columns + column, region);
            }
        }
    }

    private static double xAt(double y, double ax, double ay, double bx, double by) {
        if (ay == by) {
            return ax;
        }
        double x = ax + (y - ay) / (by - ay) * (bx - ax);
        return Math.max(Math.min(ax, bx), Math.min(Math.max(ax, bx), x));
    }

    private void fillTheOthers(ToIntFunction<Coordinate> locate) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int cell = row * columns + column;
                if (hasEdges(cells[cell])) {
                    continue;
                }
                if (column > 0 && !hasEdges(cells[cell - 1])) {
                    cells[cell] = cells[cell - 1];
                } else if (row > 0 && !hasEdges(cells[cell - columns])) {
                    cells[cell] = cells[cell - columns];
                } else {
                    cells[cell] = locate.applyAsInt(new Coordinate(
                            west + (column + 0.5) / cellsPerDegree, south + (row + 0.5) / cellsPerDegree));
                }
            }
        }
    }
}
