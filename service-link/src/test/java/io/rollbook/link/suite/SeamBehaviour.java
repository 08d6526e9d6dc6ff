package io.rollbook.link.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** What must hold for each form of the seam: the call itself, and signed HTTP. */
abstract class SeamBehaviour {

    private Service service;

    @BeforeEach
    void begin() {
        service = service();
        service.reset();
    }

    abstract Service service();

    abstract ScimEndpoint endpoint();

    abstract TokenDirectory tokens();

    abstract Visibility visibility();

    abstract Readiness readiness();

    @Test
    void requestArrivesExactlyAsSent() {
        ScimRequest sent = Requests.of(ScimMethod.PATCH, everyByte());

        endpoint().handle(sent);

        assertThat(service.requests).singleElement().usingRecursiveComparison().isEqualTo(sent);
    }

    @Test
    void refusalMadeAtTheDoorArrives() {
        ScimError refusal =
                new ScimError(413, ScimType.TOO_MANY, "The body is larger than 1 MiB — \"é\"");
        ScimRequest plain = Requests.of(ScimMethod.POST, new byte[0]);
        ScimRequest sent =
                new ScimRequest(
                        plain.method(),
                        plain.path(),
                        "",
                        Map.of(),
                        plain.body(),
                        plain.caller(),
                        plain.requestId(),
                        plain.receivedAt(),
                        plain.baseUri(),
                        refusal);

        endpoint().handle(sent);

        assertThat(service.requests.element().refusal()).isEqualTo(refusal);
        assertThat(service.requests.element().headers()).isEmpty();
    }

    @Test
    void responseArrivesExactlyAsGiven() {
        ScimResponse given =
                new ScimResponse(
                        201,
                        Map.of("Location", "https://host.example/Users/1", "ETag", "W/\"1\""),
                        everyByte(),
                        List.of(new Written("1", 1), new Written("2", Long.MAX_VALUE)));
        service.answers(request -> given);

        assertThat(endpoint().handle(Requests.of(ScimMethod.POST, new byte[] {1})))
                .usingRecursiveComparison()
                .isEqualTo(given);
    }

    @Test
    void largeBodiesGoBothWays() {
        byte[] large = new byte[10 << 20];
        new Random(1).nextBytes(large);
        service.answers(request -> new ScimResponse(200, Map.of(), request.body(), List.of()));

        assertThat(endpoint().handle(Requests.of(ScimMethod.PUT, large)).body()).isEqualTo(large);
    }

    @Test
    void unavailableStaysUnavailable() {
        service.answers(
                request -> {
                    throw new Unavailable("the database", new IllegalStateException());
                });

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> endpoint().handle(Requests.of(ScimMethod.POST, new byte[0])))
                .withMessageContaining("the database");
    }

    @Test
    void faultIsAnExceptionButNotUnavailable() {
        service.answers(
                request -> {
                    throw new IllegalStateException("a fault");
                });

        assertThatThrownBy(() -> endpoint().handle(Requests.of(ScimMethod.POST, new byte[0])))
                .isInstanceOf(RuntimeException.class)
                .isNotInstanceOf(Unavailable.class);
    }

    @Test
    void knownTokenLeadsToItsCallerAndUnknownToNone() {
        service.tokens.put("abc", Requests.CALLER);

        assertThat(tokens().callerOf("abc")).contains(Requests.CALLER);
        assertThat(tokens().callerOf("abd")).isEmpty();
    }

    @Test
    void visibilityIsAnsweredPerTenantResourceAndVersion() {
        service.visible.put("tenant-1/42", 3L);
        Duration wait = Duration.ofMillis(10);

        assertThat(visibility().await("tenant-1", List.of(new Written("42", 3)), wait)).isTrue();
        assertThat(visibility().await("tenant-1", List.of(new Written("42", 4)), wait)).isFalse();
        assertThat(visibility().await("tenant-2", List.of(new Written("42", 3)), wait)).isFalse();
    }

    @Test
    void readinessNamesWhatIsMissing() {
        assertThat(readiness().notReadyBecause()).isEmpty();

        service.missing = Optional.of("The database is away.");

        assertThat(readiness().notReadyBecause())
                .hasValueSatisfying(reason -> assertThat(reason).contains("The database is away."));
    }

    @Test
    void manyCallsAtOnceKeepTheirOwnAnswers() throws Exception {
        service.answers(request -> new ScimResponse(200, Map.of(), request.body(), List.of()));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    IntStream.range(0, 500)
                            .mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            endpoint()
                                                                    .handle(
                                                                            Requests.of(
                                                                                    ScimMethod.POST,
                                                                                    bytes(i)))
                                                                    .body()))
                            .toList();
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(bytes(i));
            }
        }
    }

    private static byte[] bytes(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    @Test
    void bodyLargerThanAMessageIsStreamed() throws IOException {
        byte[] part = everyByte();
        int parts = 100_000;
        service.answers(
                request ->
                        ScimResponse.streamed(
                                200,
                                Map.of("Content-Type", "application/zip"),
                                out -> {
                                    for (int i = 0; i < parts; i++) {
                                        out.write(part);
                                    }
                                }));
        CountingOutput out = new CountingOutput();

        ScimResponse received = endpoint().handle(Requests.of(ScimMethod.GET, new byte[0]));
        assertThat(received.headers()).containsEntry("Content-Type", "application/zip");
        assertThat(received.stream()).isNotNull();
        received.stream().writeTo(out);

        assertThat(out.bytes).isEqualTo((long) parts * part.length);
    }

    @Test
    void bodyThatBreaksOffDoesNotLookWhole() throws IOException {
        service.answers(
                request ->
                        ScimResponse.streamed(
                                200,
                                Map.of(),
                                out -> {
                                    out.write(new byte[100_000]);
                                    throw new IOException("gone");
                                }));

        ScimResponse received = endpoint().handle(Requests.of(ScimMethod.GET, new byte[0]));

        assertThat(received.stream()).isNotNull();
        assertThatThrownBy(() -> received.stream().writeTo(new CountingOutput()))
                .isInstanceOf(IOException.class);
    }

    private static final class CountingOutput extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int length) {
            bytes += length;
        }
    }
}
