package org.harmattan.incident;

/**
 * Digest of a set that does not depend on the order in which its elements came: the sum of the SHA-256 digests of the
 * elements as four numbers of 64 bits, and how many they are. An element is added and taken away in constant time, so what
 * a change costs does not grow with history. It tells equal states from unequal ones; it is no seal against a forger, the
 * chained digest of the outputs is.
 */
public record SetDigest(long count, long a, long b, long c, long d) {

    /** Of the empty set. */
    public static final SetDigest EMPTY = new SetDigest(0, 0, 0, 0, 0);

    /** With one more element. */
    public SetDigest plus(Sha256 element) {
        return new SetDigest(count + 1, a + element.a(), b + element.b(), c + element.c(), d + element.d());
    }

    /** Without an element that is in it. */
    public SetDigest minus(Sha256 element) {
        return new SetDigest(count - 1, a - element.a(), b - element.b(), c - element.c(), d - element.d());
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Adds the digest itself to another. */
    public void addTo(Sha256.Builder digest) {
        digest.add(count).add(a).add(b).add(c).add(d);
    }
}
