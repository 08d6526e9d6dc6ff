package io.rollbook.link.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rollbook.link.LinkFixture;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.suite.Requests;
import io.rollbook.link.wire.ResponseMessage;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class LinkClientIT {

    private static final byte[] ANSWER =
            ResponseMessage.write(new ScimResponse(204, Map.of(), new byte[0], List.of()));

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void instancesAreTakenInTurn() {
        FlakyServer one = open(FlakyServer.answering(200, ANSWER));
        FlakyServer two = open(FlakyServer.answering(200, ANSWER));
        RemoteEndpoint endpoint = endpoint(one.address(), two.address());

        for (int i = 0; i < 10; i++) {
            handle(endpoint, ScimMethod.POST);
        }

        assertThat(one.calls).hasValue(5);
        assertThat(two.calls).hasValue(5);
    }

    @Test
    void instanceThatCannotBeConnectedToIsPassedOver() throws Exception {
        FlakyServer alive = open(FlakyServer.answering(200, ANSWER));
        RemoteEndpoint endpoint = endpoint(FlakyServer.nobody(), alive.address());

        for (int i = 0; i < 4; i++) {
            assertThat(handle(endpoint, ScimMethod.POST).status()).isEqualTo(204);
        }
        assertThat(alive.calls).hasValue(4);
    }

    @Test
    void serviceThatIsAwayIsUnavailableForReadsAndWrites() throws Exception {
        RemoteEndpoint endpoint = endpoint(FlakyServer.nobody());

        assertUnavailable(endpoint, ScimMethod.GET);
        assertUnavailable(endpoint, ScimMethod.POST);
    }

    @Test
    void readIsRepeatedAtAnotherInstanceWhenItsAnswerIsLost() {
        FlakyServer broken = open(FlakyServer.hangingUp());
        FlakyServer alive = open(FlakyServer.answering(200, ANSWER));

        RemoteEndpoint endpoint = endpoint(broken.address(), alive.address());

        assertThat(handle(endpoint, ScimMethod.GET).status()).isEqualTo(204);
        assertThat(alive.calls).hasValue(1);
    }

    @Test
    void writeWhoseAnswerIsLostIsNeverSentAgain() {
        FlakyServer broken = open(FlakyServer.hangingUp());
        FlakyServer alive = open(FlakyServer.answering(200, ANSWER));
        RemoteEndpoint endpoint = endpoint(broken.address(), alive.address());

        assertThatExceptionOfType(LinkFault.class)
                .isThrownBy(() -> handle(endpoint, ScimMethod.PATCH));
        assertThat(broken.calls).hasValue(1);
        assertThat(alive.calls).hasValue(0);
    }

    @Test
    void silentServiceIsGivenUpAfterTheTimeout() {
        FlakyServer silent = open(FlakyServer.silent());
        RemoteEndpoint endpoint = endpoint(Duration.ofMillis(200), silent.address());

        assertUnavailable(endpoint, ScimMethod.GET);
        assertThatExceptionOfType(LinkFault.class)
                .isThrownBy(() -> handle(endpoint, ScimMethod.DELETE));
        assertThat(silent.calls).hasValue(2);
    }

    @Test
    void statusesOfTheServiceAreUnavailableOrFaults() {
        FlakyServer away = open(FlakyServer.answering(503, "the database".getBytes()));
        FlakyServer strange = open(FlakyServer.answering(401, new byte[0]));

        assertUnavailable(endpoint(away.address()), ScimMethod.POST);
        assertThatExceptionOfType(LinkFault.class)
                .isThrownBy(() -> handle(endpoint(strange.address()), ScimMethod.POST))
                .withMessageContaining("401");
    }

    @Test
    void readinessNamesAServiceThatCannotBeAskedOrRefuses() throws Exception {
        FlakyServer strange = open(FlakyServer.answering(401, new byte[0]));
        Duration timeout = Duration.ofSeconds(2);

        assertThat(new RemoteReadiness(client(FlakyServer.nobody()), timeout).notReadyBecause())
                .contains("core cannot be reached.");
        assertThat(new RemoteReadiness(client(strange.address()), timeout).notReadyBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("answered 401"));
    }

    private static void assertUnavailable(RemoteEndpoint endpoint, ScimMethod method) {
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> handle(endpoint, method));
    }

    private static ScimResponse handle(RemoteEndpoint endpoint, ScimMethod method) {
        return endpoint.handle(Requests.of(method, new byte[0]));
    }

    private RemoteEndpoint endpoint(URI... addresses) {
        return endpoint(Duration.ofSeconds(5), addresses);
    }

    private RemoteEndpoint endpoint(Duration timeout, URI... addresses) {
        return new RemoteEndpoint(client(addresses), "writes", timeout);
    }

    private LinkClient client(URI... addresses) {
        LinkSigner signer = new LinkSigner("gateway", LinkFixture.KEY, InstantSource.system());
        LinkClient client = new LinkClient("core", List.of(addresses), signer);
        opened.addFirst(client);
        return client;
    }

    private FlakyServer open(FlakyServer server) {
        opened.add(server);
        return server;
    }
}
