package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import io.rollbook.gateway.running.Gateway;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.util.List;

class AccessLogIT {

    @Test
    @Tag("P4.2-11")
    @Tag("X-6")
    void filtersAreServedAndNotLogged() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        try (var gateway = new Gateway()) {
            var root = (Logger) LoggerFactory.getLogger("ROOT");
            root.addAppender(lines);
            var path = "/scim/v2/Users?filter=userName+eq+%22mia%40contoso.example%22";

            var answer = gateway.send(gateway.scim(path));

            // The line comes after the answer.
            await().ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(List.copyOf(lines.list))
                                            .extracting(ILoggingEvent::getFormattedMessage)
                                            .anyMatch(line -> line.contains("scim-users 200")));
            root.detachAppender(lines);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(gateway.services.reads.request().query()).contains("mia");
        }
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("mia"));
    }
}
