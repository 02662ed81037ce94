package org.harmattan.assessment;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set: a change shares all but the way to the changed element (a balanced tree after Adelson-Velsky and
 * Landis). So a decision can be made on what would be true, and dropped, at a cost that does not grow with history.
 *
 * @param <E> type of the elements
 */
final class SortedTree<E> {

    private final Comparator<? super E> order;
    private final @Nullable Node<E> root;
    private final int size;

    private SortedTree(Comparator<? super E> order, @Nullable Node<E> root, int size) {
        this.order = order;
        this.root = root;
        this.size = size;
    }

    static <E> SortedTree<E> empty(Comparator<? super E> order) {
        return new SortedTree<>(order, null, 0);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return root == null;
    }

    /** @throws IllegalStateException if it is in already: an element is added by what it stands for, once */
    SortedTree<E> plus(E element) {
        return new SortedTree<>(order, insert(root, element), size + 1);
    }

    /** @throws IllegalStateException if it is not in */
    SortedTree<E> minus(E element) {
        return new SortedTree<>(order, remove(root, element), size - 1);
    }

    Optional<E> first() {
        Node<E> node = root;
        if (node == null) {
            return Optional.empty();
        }
        Node<E> left = node.left;
        while (left != null) {
            node = left;
            left = node.left;
        }
        return Optional.of(node.element);
    }

    /** Visits the elements in order until the visitor has had enough. */
    void forEachWhile(Predicate<? super E> wantsMore) {
        visit(root, wantsMore);
    }

    private static <E> boolean visit(@Nullable Node<E> node, Predicate<? super E> wantsMore) {
        return node == null
                || (visit(node.left, wantsMore) && wantsMore.test(node.element) && visit(node.right, wantsMore));
    }

    private Node<E> insert(@Nullable Node<E> node, E element) {
        if (node == null) {
            return new Node<>(element, null, null);
        }
        int side = order.compare(element, node.element);
        if (side == 0) {
            throw new IllegalStateException("is in already: " + element);
        }
        return side < 0
                ? balanced(node.element, insert(node.left, element), node.right)
                : balanced(node.element, node.left, insert(node.right, element));
    }

    private @Nullable Node<E> remove(@Nullable Node<E> node, E element) {
        if (node == null) {
            throw new IllegalStateException("is not in: " + element);
        }
        int side = order.compare(element, node.element);
        if (side < 0) {
            return balanced(node.element, remove(node.left, element), node.right);
        }
        if (side > 0) {
            return balanced(node.element, node.left, remove(node.right, element));
        }
        Node<E> right = node.right;
        if (right == null) {
            return node.left;
        }
        Node<E> successor = right;
        Node<E> left = successor.left;
        while (left != null) {
            successor = left;
            left = successor.left;
        }
        return balanced(successor.element, node.left, remove(right, successor.element));
    }

    private static <E> Node<E> balanced(E element, @Nullable Node<E> left, @Nullable Node<E> right) {
        int lean = height(left) - height(right);
        if (lean > 1 && left != null) {
            Node<E> middle = left.right;
            return middle == null || height(left.left) >= height(middle)
                    ? new Node<>(left.element, left.left, new Node<>(element, middle, right))
                    : new Node<>(
                            middle.element,
                            new Node<>(left.element, left.left, middle.left),
                            new Node<>(element, middle.right, right));
        }
        if (lean < -1 && right != null) {
            Node<E> middle = right.left;
            return middle == null || height(right.right) >= height(middle)
                    ? new Node<>(right.element, new Node<>(element, left, middle), right.right)
                    : new Node<>(
                            middle.element,
                            new Node<>(element, left, middle.left),
                            new Node<>(right.element, middle.right, right.right));
        }
        return new Node<>(element, left, right);
    }

    private static int height(@Nullable Node<?> node) {
        return node == null ? 0 : node.height;
    }

    private static final class Node<E> {
        private final E element;
        private final @Nullable Node<E> left;
        private final @Nullable Node<E> right;
        private final int height;

        private Node(E element, @Nullable Node<E> left, @Nullable Node<E> right) {
            this.element = element;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
        }
    }
}
