package org.harmattan.cli.session;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks in two seconds whether anything listens at an address. */
final class Reachable {

    private static final int PATIENCE_MILLIS = 2_000;

    private Reachable() {}

    /**
     * Returns when something listens there.
     *
     * @param what who should, as a person would say it
     * @param address {@code host:port}
     */
    static void check(String what, String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            throw new CommandFailure("'" + address + "' is no address of " + what + ": write host:port");
        }
        String host = address.substring(0, colon);
        int port = Integer.parseInt(address.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    what + " does not answer at " + address
                            + ". Is './harmattan run' up? Was it started with a --port-offset?",
                    e);
        }
    }
}
