package io.rollbook.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of this machine. */
public final class Ports {

    /** Not those that systems give to whoever connects, which take one every moment. */
    private static final int FIRST = 20_000;

    private static final int END = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** A port that is free now; another process may take it before it is used. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(TRIES, FIRST, END)
                .filter(Ports::isFree)
                .findFirst()
                .orElseGet(Ports::any);
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int any() {
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
        try {
            bind(port);
            return port;
        } catch (IOException e) {
            throw new StartFailure("Port " + port + " for " + purpose + because(e), e);
        }
    }

    /**
     * To both: a listener on either would win some connections, and a BSD lets one bind to all
     * addresses while another has the port of one.
     */
    private static void bind(int port) throws IOException {
        bind(new InetSocketAddress(port));
        bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
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
