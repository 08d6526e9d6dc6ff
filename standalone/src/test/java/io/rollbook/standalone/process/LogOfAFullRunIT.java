package io.rollbook.standalone.process;

import static io.rollbook.standalone.client.ScimClient.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.folder.DataFolder;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * P9: a process with the logging that is shipped is used, misused, administered and loses its
 * database; nothing that it wrote names a person or holds a secret.
 */
@Execution(ExecutionMode.CONCURRENT)
class LogOfAFullRunIT {

    private static final String NAME = "zaphod.beeblebrox";
    private static final String MAIL = NAME + "@hitchhiker.example";
    private static final String PASSWORD = "Tr0ub4dor-and-3";
    private static final String MISTYPED =
            "rbk_0123456789abcdefghijABCDEFGHIJ0123456789abcdefghijk";
    private static final List<String> PERSONAL =
            List.of("beeblebrox", "zaphod", "hitchhiker", "heartofgold", "magrathea", "5550142");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[A-Za-z]{2,}");
    private static final Pattern TOKEN = Pattern.compile("rbk_\\w{8,}");

    @TempDir private Path folder;
    @AutoClose private final TraceCollector traces = new TraceCollector();

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, MISTYPED));

    @Test
    void holdsNoPersonAndNoSecret() throws Exception {
        Answer failed;
        String numbers;
        var settings = Map.of("rollbook.tracing.endpoint", traces.endpoint());
        try (var rollbook = RollbookProcess.up(folder, settings)) {
            secrets.add(Files.readString(folder.resolve("token")).strip());
            secrets.add(data().adminSecret().orElseThrow());
            var base = "http://localhost:" + rollbook.instance().port();
            use(rollbook.scim());
            trace(base);
            misuse(rollbook.scim(), base);
            administer(base);
            numbers = numbers(base);
            failed = loseTheDatabase(rollbook.scim());
        }
        // The first start shows its first token once, to the person who started it.
        var logs = logs().replaceFirst(Pattern.quote(secrets.get(2)), "");
        isFree(logs);
        isFree(numbers);
        isFree(traces.text());

        assertThat(logs).contains(failed.header("X-Request-Id"));
        assertThat(numbers)
                .contains(
                        "rollbook_writes_seconds_count{",
                        "rollbook_relay_lag_seconds",
                        "rollbook_relay_gaps_open",
                        "rollbook_projections_lag",
                        "rollbook_audit_lag",
                        "rollbook_writes_waiting",
                        "rollbook_reads_waiting",
                        "hikaricp_connections_pending{pool=\"rollbook-core\"}",
                        "hikaricp_connections_pending{pool=\"projections-reads\"}",
                        "hikaricp_connections_pending{pool=\"projections-feed\"}",
                        "hikaricp_connections_pending{pool=\"rollbook-audit\"}",
                        "rollbook_gateway_visibility_wait_seconds_count",
                        "rollbook_gateway_unauthenticated_total{");
    }

    private void isFree(String written) {
        assertThat(written.toLowerCase(Locale.ROOT)).doesNotContain(PERSONAL);
        assertThat(written).doesNotContain(secrets);
        assertThat(ADDRESS.matcher(written).results().map(found -> found.group())).isEmpty();
        assertThat(TOKEN.matcher(written).results().map(found -> found.group())).isEmpty();
    }

    /** A write whose client traces: one trace from the gateway to the log. */
    private void trace(String base) {
        var scim = new ScimClient(base + "/scim/v2", secrets.get(2));
        var request =
                HttpRequest.newBuilder(URI.create(base + "/scim/v2/Users"))
                        .header("Authorization", "Bearer " + secrets.get(2))
                        .header("Content-Type", "application/scim+json")
                        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                        .POST(BodyPublishers.ofString(person("traced" + MAIL)));
        scim.send(request.build()).expect(201);
        await().untilAsserted(
                        () ->
                                assertThat(traces.namesIn(TRACE))
                                        .contains(
                                                "scim-users",
                                                "write",
                                                "publish",
                                                "apply",
                                                "enter"));
    }

    private String numbers(String base) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + "/actuator/prometheus"))
                        .header("Authorization", "Bearer " + data().adminSecret().orElseThrow())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static void use(ScimClient scim) {
        var id = scim.post("/Users", person(MAIL)).expect(201).id();
        scim.post("/Users", person(MAIL)).expect(409);
        scim.createGroup("Magrathea").expect(201);
        scim.post("/Groups", "{\"displayName\":\"magrathea\"}").expect(409);
        scim.find("/Users", "userName eq \"" + MAIL + "\"").expect(200);
        scim.find("/Users", "emails[value eq \"" + MAIL + "\"]").expect(200);
        scim.patch(
                        "/Users/" + id,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Heartofgold\"}")
                .expect(200);
        // The registers' keys decide between those that come at once.
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 24)
                    .forEach(
                            i ->
                                    many.submit(
                                            () -> scim.post("/Users", person("x" + i / 8 + MAIL))));
            IntStream.range(0, 8)
                    .forEach(i -> many.submit(() -> scim.put("/Users/" + id, person(i + MAIL))));
        }
    }

    private void misuse(ScimClient scim, String base) throws IOException {
        var mail = URLEncoder.encode(MAIL, StandardCharsets.UTF_8);
        scim.get("/Users/" + mail).expect(404);
        scim.get("/" + mail).expect(404);
        scim.delete("/Users/" + mail).expect(404);
        scim.find("/Users", MAIL + " eq").expect(400);
        scim.find("/Users", "nickNames eq \"" + MAIL + "\"").expect(400);
        scim.get("/Users?cursor=" + mail).expect(400);
        scim.post("/Users", "{\"userName\":\"" + MAIL).expect(400);
        scim.post("/Users", "{\"userName\":{\"" + MAIL + "\":1}}").expect(400);
        scim.post("/Users", "{\"userName\":\"" + MAIL + "\u0001\"}").expect(400);
        scim.post("/Bulk", "{\"Operations\":[{\"method\":\"POST\",\"path\":\"/" + MAIL + "\"}]}");
        scim.patch("/Users/" + mail, "{\"op\":\"add\",\"path\":\"" + MAIL + "\",\"value\":1}");
        scim.send("BREW", "/Users/" + mail, "").expect(405);
        new ScimClient(base + "/scim/v2", MISTYPED).get("/Users").expect(401);
        scim.send(
                HttpRequest.newBuilder(URI.create(base + "/scim/v2/Users?access_token=" + MISTYPED))
                        .header("Authorization", "Basic " + MAIL + ":" + PASSWORD)
                        .header("Content-Type", MAIL)
                        .POST(BodyPublishers.ofString(person(MAIL)))
                        .build());
        raw(base, "GET /scim/v2/Users?" + MAIL + " and more HTTP/1.1\r\nHost: x\r\n\r\n");
        raw(
                base,
                "POST /" + MAIL + " HTTP/1.1\r\nHost: " + MAIL + "\r\nContent-Length: -1\r\n\r\n");
        raw(base, "GET / HTTP/1.1\r\nHost: x\r\n" + MAIL + "\u0000: " + PASSWORD + "\r\n\r\n");
    }

    private void administer(String base) {
        var admin = new ScimClient(base + "/admin/v1", data().adminSecret().orElseThrow());
        admin.post("/tenants", "{\"name\":\"heartofgold\"}").expect(201);
        admin.post("/tenants", "{\"name\":\"heartofgold\"}").expect(409);
        admin.post("/tenants", "{\"name\":\"" + MAIL + "\",\"profile\":\"" + MAIL + "\"}");
        admin.post("/tenants/heartofgold/tokens", "{\"role\":\"" + MAIL + "\"}").expect(400);
        var issued = admin.post("/tenants/heartofgold/tokens", "{\"role\":\"audit.read\"}");
        secrets.add(issued.expect(201).text("/token"));
        var log = new ScimClient(base + "/audit", issued.text("/token"));
        log.get("/entries?targetId=" + URLEncoder.encode(MAIL, StandardCharsets.UTF_8));
        log.get("/entries/" + URLEncoder.encode(MAIL, StandardCharsets.UTF_8)).expect(404);
        admin.delete("/tokens/" + issued.text("/tokenId")).expect(204);
        new ScimClient(base + "/admin/v1", PASSWORD).get("/tenants").expect(401);
    }

    /** SIGKILL: what is under way breaks off, and nothing answers afterwards. */
    private Answer loseTheDatabase(ScimClient scim) throws IOException {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40)
                    .forEach(i -> many.submit(() -> scim.post("/Users", person("y" + i + MAIL))));
            many.submit(this::killPostgres);
        }
        scim.find("/Users", "userName eq \"" + MAIL + "\"").expect(503);
        return scim.post("/Users", person("z" + MAIL)).expect(503);
    }

    private boolean killPostgres() throws IOException {
        var pid = Files.readAllLines(data().postgres().resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }

    /** All that the process and PostgreSQL wrote for people to read. */
    private String logs() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(this::isLog).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private boolean isLog(Path file) {
        var name = file.getFileName().toString();
        boolean isData = file.startsWith(data().kafka()) || name.equals("pg_internal.log");
        return Files.isRegularFile(file)
                && !isData
                && (name.endsWith(".log") || name.startsWith("output-"));
    }

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    private static void raw(String base, String request) throws IOException {
        try (var socket = new Socket("localhost", URI.create(base).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }
    }

    private static String person(String userName) {
        return user(userName)
                .replaceFirst(
                        "\"active\"",
                        """
                        "password":"%s","name":{"givenName":"Zaphod","familyName":"Beeblebrox"},
                        "emails":[{"value":"%s","type":"work"}],"phoneNumbers":[{"value":"5550142"}],
                        "externalId":"heartofgold-%s","active"\
                        """
                                .formatted(PASSWORD, MAIL, userName));
    }
}
