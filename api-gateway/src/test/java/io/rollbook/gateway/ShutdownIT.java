package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.gateway.running.RawConnection;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

class ShutdownIT {

    @Test
    void requestUnderWayIsAnsweredBeforeTheServerEnds() throws Exception {
        Gateway gateway = new Gateway();
        int port = gateway.port();
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        gateway.services.reads.answers(
                request -> {
                    arrived.countDown();
                    await(released);
                    return Endpoint.json(200, "{}");
                });

        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> gateway.send(gateway.scim("/scim/v2/Users")));
        await(arrived);
        CompletableFuture<Void> shutdown = CompletableFuture.runAsync(gateway::stopServer);
        Awaitility.await().until(() -> refusesConnections(port));
        assertThat(answer).isNotDone();
        released.countDown();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        shutdown.get();
        gateway.close();
    }

    private static boolean refusesConnections(int port) {
        try (RawConnection _ = new RawConnection(port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
