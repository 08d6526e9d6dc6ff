package io.rollbook.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

class PortsTest {

    /** The first that a system gives to who connects: Linux 32768, macOS and Windows 49152. */
    private static final int FIRST_OF_CLIENTS = 32_768;

    @Test
    void freeOnesAreNotThoseOfClients() {
        assertThat(IntStream.range(0, 50).map(i -> Ports.free()))
                .allSatisfy(port -> assertThat(port).isBetween(1_024, FIRST_OF_CLIENTS - 1));
    }

    @Test
    void freeOnesCanBeListenedAt() throws IOException {
        try (var socket = new ServerSocket(Ports.claim(0, "Kafka"))) {
            assertThat(socket.isBound()).isTrue();
        }
    }

    @Test
    void takenOnesAreNotClaimed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.claim(socket.getLocalPort(), "Kafka"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("for Kafka is taken");
        }
    }
}
