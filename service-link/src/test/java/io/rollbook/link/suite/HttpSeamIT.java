package io.rollbook.link.suite;

import io.rollbook.link.LinkKey;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteEndpoint;
import io.rollbook.link.client.RemoteReadiness;
import io.rollbook.link.client.RemoteTokenDirectory;
import io.rollbook.link.client.RemoteVisibility;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

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
