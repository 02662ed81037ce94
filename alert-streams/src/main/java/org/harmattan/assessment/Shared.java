package org.harmattan.assessment;

import java.util.Arrays;

/**
 * A list of fixed length that drafts share until one of them changes it: it is copied at its first change.
 *
 * @param <T> type of the elements
 */
final class Shared<T> {
    private Object[] elements;
    private boolean isMine;

    private Shared(Object[] elements, boolean isMine) {
        this.elements = elements;
        this.isMine = isMine;
    }

    static <T> Shared<T> filled(int length, T element) {
        Object[] elements = new Object[length];
        Arrays.fill(elements, element);
        return new Shared<>(elements, true);
    }

    /** For a draft: the same elements, to be copied before the first change. */
    Shared<T> shared() {
        return new Shared<>(elements, false);
    }

    @SuppressWarnings("unchecked") // only elements of T come in
    T get(int index) {
        return (T) elements[index];
    }

    void set(int index, T element) {
        if (!isMine) {
            elements = elements.clone();
            isMine = true;
        }
        elements[index] = element;
    }

    /** The same object as long as nothing has changed. */
    Object identity() {
        return elements;
    }
}
