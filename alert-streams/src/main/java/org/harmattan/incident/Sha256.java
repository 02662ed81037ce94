package org.harmattan.incident;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest as a value: its four numbers of 64 bits, the most significant first. */
public record Sha256(long a, long b, long c, long d) {

    /** 256 zeros: the digest of nothing yet. */
    public static final Sha256 ZERO = new Sha256(0, 0, 0, 0);

    /** Length in bytes. */
    public static final int BYTES = 32;

    /** The next 32 bytes of a buffer. */
    public static Sha256 read(ByteBuffer bytes) {
        return new Sha256(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Appends its 32 bytes to a buffer. */
    public void write(ByteBuffer bytes) {
        bytes.putLong(a).putLong(b).putLong(c).putLong(d);
    }

    /** 64 lower-case hexadecimal digits. */
    public String hex() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        write(bytes);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** Collects bytes for one digest. */
    public static final class Builder {

        private byte[] bytes = new byte[256];
        private int size;

        /** Adds the bytes as they are. */
        public Builder add(byte[] more) {
            reserve(more.length);
            System.arraycopy(more, 0, bytes, size, more.length);
            size += more.length;
            return this;
        }

        /** Adds a number in 8 bytes, the most significant first. */
        public Builder add(long number) {
            reserve(8);
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes[size++] = (byte) (number >>> shift);
            }
            return this;
        }

        /** Adds another digest. */
        public Builder add(Sha256 other) {
            return add(other.a).add(other.b).add(other.c).add(other.d);
        }

        /** Adds bytes after their length in 8 bytes, so that what follows cannot be mistaken for a part of them. */
        public Builder addSized(byte[] more) {
            return add((long) more.length).add(more);
        }

        /** Adds a text in UTF-8 after its length in 8 bytes. */
        public Builder addSized(String text) {
            return addSized(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The digest of all that was added. */
        public Sha256 build() {
            MessageDigest digest = fresh();
            digest.update(bytes, 0, size);
            return read(ByteBuffer.wrap(digest.digest()));
        }

        private void reserve(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            }
        }

        private static MessageDigest fresh() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
