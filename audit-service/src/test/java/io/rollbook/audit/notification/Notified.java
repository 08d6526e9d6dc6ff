package io.rollbook.audit.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.notification.delivery.Channel;
import io.rollbook.audit.notification.delivery.DeliveryMetrics;
import io.rollbook.audit.notification.delivery.DeliveryRounds;
import io.rollbook.audit.notification.delivery.MailChannel;
import io.rollbook.audit.notification.delivery.WebhookChannel;
import io.rollbook.audit.notification.delivery.WebhookKey;
import io.rollbook.audit.synchronization.follow.DueJobs;
import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.Cause;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionNotifications;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.embedded.DatabaseAccess;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** From events to a real mail server and a real webhook: what the tests of both share. */
abstract class Notified {

    static final Duration GAP = Duration.ofMinutes(10);
    static final WebhookKey KEY = new WebhookKey("0123456789abcdef0123456789abcdef");
    static final String MAIL = "ops@contoso.example";

    static DatabaseAccess access;
    static LogDatabase database;

    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    final List<Received> called = new CopyOnWriteArrayList<>();
    HttpServer receiver;
    int smtpPort;
    volatile int answer = 200;
    volatile Instant now = Story.BEGINNING;
    int requests;

    record Received(String body, String signature, String notice) {}

    @BeforeAll
    static void opens() {
        access = Databases.create("audit_notified");
        database = Databases.open(access);
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @BeforeEach
    void starts() throws IOException {
        mail.start();
        smtpPort = mail.getSmtp().getPort();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::receive);
        receiver.start();
    }

    @AfterEach
    void stops() {
        mail.stop();
        receiver.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        called.add(
                new Received(
                        body,
                        headers.getFirst(WebhookChannel.SIGNATURE),
                        headers.getFirst(WebhookChannel.NOTICE)));
        exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    String webhook() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    Story told(String tenant, @Nullable String webhook, String... emails) {
        return told(tenant, webhook, null, emails);
    }

    /** A connection whose administrator wants to be told. */
    Story told(
            String tenant,
            @Nullable String webhook,
            @Nullable Integer deletions,
            String... emails) {
        var story = new Story(tenant);
        story.tell(new ConnectionCreated("entra", 1, "Entra production", admin()));
        story.tell(
                new ConnectionConfigured(
                        "entra",
                        2,
                        null,
                        new ConnectionLimits(null, null, null),
                        new ConnectionNotifications(
                                Arrays.asList(emails), webhook, deletions, null),
                        false,
                        admin()));
        return story;
    }

    void creates(Story story, int times) {
        for (int i = 0; i < times; i++) {
            var id = "u-" + ++requests;
            story.tell(new UserCreated(id, 1, Map.of("userName", id), cause()));
        }
    }

    void fails(Story story, int times) {
        for (int i = 0; i < times; i++) {
            refused(story, 409, "uniqueness", "Taken by noa.");
        }
    }

    void rejects(Story story) {
        refused(story, 403, null, "No.");
    }

    void refused(Story story, int status, @Nullable String type, String detail) {
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, "x-1", "mia"),
                        status,
                        type,
                        detail,
                        cause()));
    }

    Cause cause() {
        return new Cause(
                "r-" + ++requests,
                0,
                new Actor(ActorKind.CONNECTION, "entra", "token-1"),
                now,
                null);
    }

    Cause admin() {
        return Story.cause("r-" + ++requests, ActorKind.ADMINISTRATOR, "admin", null);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    static void apply(Story story) {
        Batches.apply(database, story.told());
    }

    void round() throws InterruptedException {
        rounds(smtpPort, new WebhookChannel(KEY, true, true, () -> now)).round();
    }

    DeliveryRounds rounds(int port, Channel webhooks) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var channels = new HashMap<String, Channel>();
        channels.put("mail", new MailChannel(sender, "rollbook@contoso.example"));
        channels.put("webhook", webhooks);
        return new DeliveryRounds(
                database,
                channels,
                new DueJobs(database, GAP, () -> now, () -> true),
                new DeliveryMetrics(new SimpleMeterRegistry()),
                () -> now,
                Duration.ofDays(3),
                Duration.ofSeconds(5));
    }

    MimeMessage mailTo(String address) throws Exception {
        for (var message : mail.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(address)) {
                return message;
            }
        }
        throw new AssertionError("nothing for " + address);
    }

    List<String> subjects() throws Exception {
        var subjects = new ArrayList<String>();
        for (var message : mail.getReceivedMessages()) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    static List<String> states(String tenant) {
        return Databases.asOperator(access)
                .query(
                        "select state, problem from notice_delivery where tenant = ?",
                        (row, number) -> row.getString(1) + ": " + row.getString(2),
                        tenant);
    }
}
