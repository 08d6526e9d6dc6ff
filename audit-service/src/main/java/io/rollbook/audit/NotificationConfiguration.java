package io.rollbook.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.audit.NotificationProperties.Security;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.ingest.LogFeeder;
import io.rollbook.audit.notification.delivery.Channel;
import io.rollbook.audit.notification.delivery.DeliveryMetrics;
import io.rollbook.audit.notification.delivery.DeliveryRounds;
import io.rollbook.audit.notification.delivery.MailChannel;
import io.rollbook.audit.notification.delivery.WebhookChannel;
import io.rollbook.audit.notification.delivery.WebhookKey;
import io.rollbook.audit.synchronization.follow.DueJobs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Tells administrators of their connections. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {

    private static final String TIMEOUT_MILLIS = "10000";

    private final InstantSource clock = InstantSource.system();

    @Bean
    DeliveryRounds deliveryRounds(
            LogDatabase database,
            LogFeeder feeder,
            AuditProperties properties,
            ObjectProvider<MeterRegistry> registry) {
        var settings = properties.notifications();
        return new DeliveryRounds(
                database,
                channels(settings),
                new DueJobs(database, properties.cyclePause(), clock, feeder::caughtUp),
                new DeliveryMetrics(registry.getIfAvailable(() -> Metrics.globalRegistry)),
                clock,
                settings.keepTrying(),
                settings.every());
    }

    private Map<String, Channel> channels(NotificationProperties settings) {
        var channels = new HashMap<String, Channel>();
        var mail = settings.mail();
        if (mail != null) {
            channels.put("mail", new MailChannel(sender(mail), mail.from()));
        }
        var webhook = settings.webhook();
        var key = webhook.secret();
        if (key != null) {
            channels.put(
                    "webhook",
                    new WebhookChannel(
                            new WebhookKey(key),
                            webhook.allowHttp(),
                            webhook.allowPrivateAddresses(),
                            clock));
        }
        return channels;
    }

    static JavaMailSenderImpl sender(NotificationProperties.Mail mail) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(mail.host());
        sender.setPort(mail.port());
        sender.setUsername(mail.user());
        sender.setPassword(mail.secret());
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.auth", Boolean.toString(mail.user() != null));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        var startTls = Boolean.toString(mail.security() == Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", startTls);
        properties.setProperty("mail.smtp.starttls.required", startTls);
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(mail.security() == Security.TLS));
        return sender;
    }
}
