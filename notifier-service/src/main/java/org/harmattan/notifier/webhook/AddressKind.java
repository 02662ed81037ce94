package org.harmattan.notifier.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Where an IP address leads.
 *
 * <p>Source: IANA's registries of special-purpose addresses for IPv4 and IPv6 (RFC 6890).
 */
enum AddressKind {
    /** This machine. */
    LOOPBACK,
    /** A network that cannot be reached from outside: private, link-local, shared, unique local. */
    PRIVATE,
    /** Nothing that a message could be sent to: unspecified, multicast, reserved, documentation, benchmarks. */
    UNUSABLE,
    /** The internet. */
    PUBLIC;

    /** Addresses that begin with the same bits. */
    private static final class Block {
        private final AddressKind kind;
        private final byte[] prefix;
        private final int bits;

        Block(AddressKind kind, byte[] prefix, int bits) {
            this.kind = kind;
            this.prefix = prefix;
            this.bits = bits;
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit)) & 0xff;
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> V4 = List.of(
            v4(LOOPBACK, 8, 127),
            v4(PRIVATE, 8, 10),
            v4(PRIVATE, 10, 100, 64),
            v4(PRIVATE, 16, 169, 254),
            v4(PRIVATE, 12, 172, 16),
            v4(PRIVATE, 16, 192, 168),
            v4(UNUSABLE, 8, 0),
            v4(UNUSABLE, 24, 192, 0, 0),
            v4(UNUSABLE, 24, 192, 0, 2),
            v4(UNUSABLE, 24, 192, 88, 99),
            v4(UNUSABLE, 15, 198, 18),
            v4(UNUSABLE, 24, 198, 51, 100),
            v4(UNUSABLE, 24, 203, 0, 113),
            v4(UNUSABLE, 3, 224));

    /** 2000::/3 alone is in use for the internet; the rest is told apart only where it may be allowed. */
    private static final Block GLOBAL_V6 = v6(PUBLIC, 3, 0x20);

    private static final List<Block> V6 = List.of(
            v6(PRIVATE, 7, 0xfc),
            v6(PRIVATE, 10, 0xfe, 0x80),
            v6(PRIVATE, 10, 0xfe, 0xc0),
            v6(UNUSABLE, 32, 0x20, 0x01, 0x0d, 0xb8),
            // Teredo and 6to4 carry an IPv4 address that nobody has checked
            v6(UNUSABLE, 32, 0x20, 0x01, 0x00, 0x00),
            v6(UNUSABLE, 16, 0x20, 0x02));

    static AddressKind of(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return LOOPBACK;
        }
        byte[] bytes = address.getAddress();
        // an IPv4 address mapped into IPv6 is already an Inet4Address in Java
        List<Block> blocks = address instanceof Inet4Address ? V4 : V6;
        for (Block block : blocks) {
            if (block.holds(bytes)) {
                return block.kind;
            }
        }
        return address instanceof Inet4Address || GLOBAL_V6.holds(bytes) ? PUBLIC : UNUSABLE;
    }

    private static Block v4(AddressKind kind, int bits, int... prefix) {
        return new Block(kind, bytes(4, prefix), bits);
    }

    private static Block v6(AddressKind kind, int bits, int... prefix) {
        return new Block(kind, bytes(16, prefix), bits);
    }

    private static byte[] bytes(int length, int... prefix) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < prefix.length; i++) {
            bytes[i] = (byte) prefix[i];
        }
        return bytes;
    }
}
