package io.rollbook.link.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.link.LinkKey;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteEndpoint;
import io.rollbook.link.client.RemoteReadiness;
import io.rollbook.link.client.RemoteTokenDirectory;
import io.rollbook.link.client.RemoteVisibility;
import io.rollbook.link.turn.FairEndpoint;
import io.rollbook.link.turn.Turns;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The seam as signed HTTP. */
class HttpSeamIT extends SeamBehaviour {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Service SERVICE = new Service();
    private static RunningService server;
    private static LinkClient client;

    @BeforeAll
    static void start() {
        server = new RunningService(SERVICE);
        client =
                new LinkClient(
                        RunningService.NAME,
                        List.of(server.address()),
                        new LinkSigner(
                                "gateway",
                                LinkKey.ofText(RunningService.KEY),
                                InstantSource.system()));
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    /** The flood's requests all work or wait until the quiet one has been answered. */
    @Test
    void quietTenantNeedNotWaitForAFlood() {
        var answered = new CountDownLatch(1);
        var fair =
                new FairEndpoint(
                        request -> {
                            if (request.caller().tenantId().equals("flood")) {
                                await(answered);
                            }
                            return new ScimResponse(204, Map.of(), new byte[0], List.of());
                        },
                        new Turns(4));
        SERVICE.answers(fair::handle);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12; i++) {
                threads.submit(() -> endpoint().handle(Requests.by("flood")));
            }
            Awaitility.await().until(() -> SERVICE.requests().size() == 12);

            assertThat(endpoint().handle(Requests.by("quiet")).status()).isEqualTo(204);

            answered.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    Service service() {
        return SERVICE;
    }

    @Override
    ScimEndpoint endpoint() {
        return new RemoteEndpoint(client, "writes", TIMEOUT);
    }

    @Override
    TokenDirectory tokens() {
        return new RemoteTokenDirectory(client, TIMEOUT);
    }

    @Override
    Visibility visibility() {
        return new RemoteVisibility(client);
    }

    @Override
    Readiness readiness() {
        return new RemoteReadiness(client, TIMEOUT);
    }
}
