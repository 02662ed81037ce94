package org.harmattan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedTreeTest {

    @Test
    void itHoldsWhatASortedSetHoldsAndEarlierVersionsStayAsTheyWere() {
        Random random = new Random(7);
        TreeSet<Integer> expected = new TreeSet<>();
        SortedTree<Integer> tree = SortedTree.empty(Comparator.<Integer>naturalOrder());
        for (int i = 0; i < 5_000; i++) {
            int element = random.nextInt(400);
            SortedTree<Integer> before = tree;
            List<Integer> elementsBefore = i % 50 == 0 ? elements(before) : List.of();
            if (expected.remove(element)) {
                tree = tree.minus(element);
            } else {
                expected.add(element);
                tree = tree.plus(element);
            }
            if (i % 50 == 0) {
                assertThat(elements(before)).isEqualTo(elementsBefore);
                assertThat(elements(tree)).isEqualTo(List.copyOf(expected));
                assertThat(tree.first()).isEqualTo(expected.stream().findFirst());
            }
            assertThat(tree.size()).isEqualTo(expected.size());
        }
    }

    @Test
    void anElementIsInOnce() {
        SortedTree<Integer> tree =
                SortedTree.empty(Comparator.<Integer>naturalOrder()).plus(1);
        assertThatThrownBy(() -> tree.plus(1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tree.minus(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aVisitStopsWhenTheVisitorHasHadEnough() {
        SortedTree<Integer> tree = SortedTree.empty(Comparator.<Integer>naturalOrder());
        for (int i = 0; i < 100; i++) {
            tree = tree.plus(i);
        }
        List<Integer> seen = new ArrayList<>();
        tree.forEachWhile(element -> {
            seen.add(element);
            return seen.size() < 3;
        });
        assertThat(seen).containsExactly(0, 1, 2);
    }

    private static List<Integer> elements(SortedTree<Integer> tree) {
        List<Integer> elements = new ArrayList<>();
        tree.forEachWhile(elements::add);
        return elements;
    }
}
