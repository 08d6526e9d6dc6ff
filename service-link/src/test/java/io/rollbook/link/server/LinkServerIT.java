package io.rollbook.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.link.LinkCall;
import io.rollbook.link.LinkFixture;
import io.rollbook.link.LinkKey;
import io.rollbook.link.LinkPaths;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.suite.Requests;
import io.rollbook.link.suite.RunningService;
import io.rollbook.link.suite.Service;
import io.rollbook.link.wire.RequestMessage;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

class LinkServerIT {

    private static final String WRITES = LinkPaths.ENDPOINTS + "writes";
    private static final Service SERVICE = new Service();
    private static RunningService server;
    private static HttpClient http;

    private final LinkSigner signer = signerWith(LinkKey.ofText(RunningService.KEY));
    private final byte[] write =
            RequestMessage.write(Requests.of(ScimMethod.POST, new byte[] {1, 2}));

    @BeforeAll
    static void start() {
        server = new RunningService(SERVICE);
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        server.close();
    }

    @BeforeEach
    void forget() {
        SERVICE.requests().clear();
    }

    @Test
    void signedMessageIsHandled() throws Exception {
        assertThat(post(WRITES, sign(WRITES, write), write).statusCode()).isEqualTo(200);
        assertThat(SERVICE.requests()).hasSize(1);
    }

    @Test
    void unsignedMessageLearnsNothing() throws Exception {
        for (String path : new String[] {WRITES, LinkPaths.CALLERS, LinkPaths.READINESS}) {
            HttpResponse<byte[]> answer = post(path, "", write);

            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).as(path).isEmpty();
        }
        assertThat(SERVICE.requests()).isEmpty();
    }

    @Test
    void signatureWithAnotherKeyIsRefused() throws Exception {
        String forged =
                signerWith(LinkFixture.OTHER_KEY)
                        .sign(RunningService.NAME, LinkCall.post(WRITES, write));

        assertThat(post(WRITES, forged, write).statusCode()).isEqualTo(401);
        assertThat(SERVICE.requests()).isEmpty();
    }

    @Test
    void signatureForAnotherServiceIsRefused() throws Exception {
        String misdirected = signer.sign("audit-service", LinkCall.post(WRITES, write));

        assertThat(post(WRITES, misdirected, write).statusCode()).isEqualTo(401);
    }

    @Test
    void changedBodyIsRefused() throws Exception {
        byte[] changed = write.clone();
        changed[changed.length - 1]++;

        assertThat(post(WRITES, sign(WRITES, write), changed).statusCode()).isEqualTo(401);
        assertThat(SERVICE.requests()).isEmpty();
    }

    @Test
    void signatureForAnotherPathOrQueryIsRefused() throws Exception {
        String signature = sign(LinkPaths.CALLERS, write);

        assertThat(post(WRITES, signature, write).statusCode()).isEqualTo(401);
        assertThat(post(WRITES + "?a=b", sign(WRITES, write), write).statusCode()).isEqualTo(401);
    }

    @Test
    void writeIsTakenOnceAndReadMayBeRepeated() throws Exception {
        String signature = sign(WRITES, write);
        byte[] read = RequestMessage.write(Requests.of(ScimMethod.GET, new byte[0]));
        String readSignature = sign(WRITES, read);

        assertThat(post(WRITES, signature, write).statusCode()).isEqualTo(200);
        assertThat(post(WRITES, signature, write).statusCode()).isEqualTo(401);
        assertThat(post(WRITES, readSignature, read).statusCode()).isEqualTo(200);
        assertThat(post(WRITES, readSignature, read).statusCode()).isEqualTo(200);
        assertThat(SERVICE.requests()).hasSize(3);
    }

    @Test
    void unknownEndpointIsNotFoundAndMalformedMessageBad() throws Exception {
        String unknown = LinkPaths.ENDPOINTS + "nothing";
        byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
        byte[] emptyHead = {0, 0, 0, 2, '{', '}'};

        assertThat(post(unknown, sign(unknown, write), write).statusCode()).isEqualTo(404);
        assertThat(post(WRITES, sign(WRITES, garbage), garbage).statusCode()).isEqualTo(400);
        assertThat(post(WRITES, sign(WRITES, emptyHead), emptyHead).statusCode()).isEqualTo(400);
    }

    @Test
    void messageAboveTheLimitIsRefusedUnread() throws Exception {
        byte[] large = new byte[(16 << 20) + 1];

        assertThat(post(WRITES, sign(WRITES, large), large).statusCode()).isEqualTo(413);
    }

    private String sign(String path, byte[] body) {
        return signer.sign(RunningService.NAME, LinkCall.post(path, body));
    }

    private static LinkSigner signerWith(LinkKey key) {
        return new LinkSigner("gateway", key, InstantSource.system());
    }

    private static HttpResponse<byte[]> post(String path, String signature, byte[] body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("Authorization", "Bearer " + signature);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
