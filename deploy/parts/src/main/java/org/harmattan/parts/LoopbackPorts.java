package org.harmattan.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback: finds free ones, and says who wanted a port that is taken. */
public final class LoopbackPorts {
    /** The address that every part listens on. */
    public static final String HOST = "127.0.0.1";

    /**
     * Free ports are taken from below the range that systems give to outgoing connections (32768 and up on Linux, 49152
     * elsewhere): a port found free there is not taken by some connection a moment later.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final int ATTEMPTS = 1_000;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private LoopbackPorts() {}

    /**
     * Checks that a port can be listened on.
     *
     * @param part who wants it, as a person would say it ("the Kafka broker")
     * @param port 1 to 65535, or 0 for any free one
     * @return the port, never 0
     * @throws PartFailure if it is taken or out of range; the message names the part and the way out
     */
    public static int claim(String part, int port) {
        if (port == 0) {
            return free();
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new PartFailure(
                    "Port " + port + " for " + part + " is out of range: choose one from 1 to " + HIGHEST_PORT + ".");
        }
        if (!isFree(port)) {
            throw new PartFailure("Port " + port + " on " + HOST + " is already in use and " + part
                    + " wants it. Stop what listens there, or move all ports with --port-offset N.");
        }
        return port;
    }

    /**
     * Finds a port that nothing listens on and that this process was not given before.
     *
     * @return 20000 to 32000
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (GIVEN.add(port) && isFree(port)) {
                return port;
            }
        }
        throw new PartFailure("No free port was found from " + LOWEST + " to " + HIGHEST + " on " + HOST
                + ". Close programs that listen there.");
    }

    /** The loopback address as an object. */
    public static InetAddress address() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address(), port));
            return true;
        } catch (IOException taken) {
            // The bind is the question, and this is its "no".
            return false;
        }
    }
}
