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
     * @throws StartFailure when another process listens on it, or only root may
     */
    public static int claim(int port, String purpose) {
        if (port == 0) {
            return free();
        }
        // Both: a listener on either would win some connections, and a BSD lets one bind to all
        // addresses while another has the port of one.
        try {
            bind(new InetSocketAddress(port));
            bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " for " + purpose + because(e), e);
        }
    }

    private static void bind(InetSocketAddress address) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        }
    }

    private static String because(IOException refusal) {
        return String.valueOf(refusal.getMessage()).contains("Permission denied")
                ? " needs rights that this user does not have; choose one from 1024 on."
                : " is taken; stop what listens there or choose another port.";
    }
}
