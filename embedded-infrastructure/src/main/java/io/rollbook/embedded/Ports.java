package io.rollbook.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine. */
public final class Ports {

    private Ports() {}

    /** A port that is free now; another process may take it before it is used. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("This machine has no free TCP port.", e);
        }
    }

    /**
     * The given port, or a free one for 0.
     *
     * @throws StartFailure when another process listens on it
     */
    public static int claim(int port, String purpose) {
        if (port == 0) {
            return free();
        }
        // Any address, not only loopback: a listener on all of them would win some connections.
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return port;
        } catch (IOException e) {
            throw new StartFailure(
                    "Port "
                            + port
                            + " for "
                            + purpose
                            + " is taken; stop what listens there or"
                            + " choose another port.",
                    e);
        }
    }
}
