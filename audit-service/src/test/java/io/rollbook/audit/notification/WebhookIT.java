package io.rollbook.audit.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.rollbook.audit.notification.delivery.WebhookChannel;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is told to a webhook. */
class WebhookIT extends Notified {

    @Test
    void signsWhatItCallsAWebhookWith() throws Exception {
        var story = told("signed", webhook());
        fails(story, 1);
        apply(story);
        round();

        assertThat(called).hasSize(1);
        var received = called.getFirst();
        var notice = JsonMapper.shared().readTree(received.body());
        assertThat(notice.required("type").asString()).isEqualTo("cycle.failure");
        assertThat(notice.required("tenantId").asString()).isEqualTo("signed");
        assertThat(notice.required("connectionName").asString()).isEqualTo("Entra production");
        assertThat(notice.required("reason").asString()).isEqualTo("EntryConflict");
        assertThat(notice.required("id").asString()).isEqualTo(received.notice());
        assertThat(received.body()).doesNotContain("mia", "Taken by noa");
        // As the page for receivers says.
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(
                new SecretKeySpec(KEY.of("signed").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var time = now.getEpochSecond();
        var expected =
                HexFormat.of()
                        .formatHex(
                                mac.doFinal(
                                        (time + "." + received.body())
                                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(received.signature()).isEqualTo("t=" + time + ",v1=" + expected);
        assertThat(KEY.of("other")).isNotEqualTo(KEY.of("signed"));
    }

    @Test
    void triesAgainUntilTheReceiverIsBack() throws Exception {
        var story = told("outage", webhook(), MAIL);
        mail.stop();
        answer = 503;
        fails(story, 1);
        apply(story);
        round();
        round();
        assertThat(called).hasSize(1);

        var back = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", "smtp"));
        back.start();
        try {
            answer = 204;
            pass(Duration.ofMinutes(1));
            // Another process, as it were: what waits is in the database.
            round();
            round();
            round();
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(called).hasSize(2);
            assertThat(called.get(1).notice()).isEqualTo(called.get(0).notice());
        } finally {
            back.stop();
        }
    }

    @Test
    void callsNothingButTheInternet() throws Exception {
        for (var refused :
                Map.of(
                                "loopback",
                                "https://127.0.0.1:1/",
                                "name",
                                "https://localhost:1/",
                                "metadata",
                                "https://169.254.169.254/latest",
                                "mapped",
                                "https://[::ffff:10.0.0.1]/",
                                "clear",
                                "http://192.0.2.1/")
                        .entrySet()) {
            var story = told(refused.getKey(), refused.getValue());
            fails(story, 1);
            apply(story);
            rounds(smtpPort, new WebhookChannel(KEY, false, false, () -> now)).round();

            assertThat(states(refused.getKey())).hasSize(1);
            assertThat(states(refused.getKey()).getFirst())
                    .matches("given up: (The host is not on the internet|Only https is called)");
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        answer = 307;
        var story = told("redirect", webhook());
        fails(story, 1);
        apply(story);
        round();

        assertThat(called).hasSize(1);
        assertThat(states("redirect")).containsExactly("waiting: It answered 307");
    }
}
