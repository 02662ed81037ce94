package org.harmattan.geography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Pairs of a cell and a region with an edge in it, gathered in any order and given back by cell, ascending. */
final class CellMarks {

    /** What to do with a cell and the regions marked in it, ascending and each once. */
    interface Visitor {
        void visit(int cell, List<Integer> regions);
    }

    private long[] marks = new long[1 << 16];
    private int size;

    void add(int cell, int region) {
        if (size == marks.length) {
            marks = Arrays.copyOf(marks, 2 * size);
        }
        marks[size++] = ((long) cell << 32) | region;
    }

    void forEachCell(Visitor visitor) {
        Arrays.sort(marks, 0, size);
        int i = 0;
        while (i < size) {
            int cell = (int) (marks[i] >>> 32);
            List<Integer> regions = new ArrayList<>(2);
            for (; i < size && (int) (marks[i] >>> 32) == cell; i++) {
                int region = (int) marks[i];
                if (regions.isEmpty() || regions.get(regions.size() - 1) != region) {
                    regions.add(region);
                }
            }
            visitor.visit(cell, List.copyOf(regions));
        }
    }
}
