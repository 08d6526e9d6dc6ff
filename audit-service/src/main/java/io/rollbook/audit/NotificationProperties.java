package io.rollbook.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How administrators are told of their connections.
 *
 * @param mail null when nothing is sent by e-mail
 * @param keepTrying a notice that is older is not sent any more
 * @param every the pause between two looks at what waits
 */
public record NotificationProperties(
        @Nullable Mail mail,
        @DefaultValue Webhook webhook,
        @DefaultValue("3d") Duration keepTrying,
        @DefaultValue("5s") Duration every) {

    private static final String PREFIX = "rollbook.audit.notifications.";

    public NotificationProperties {
        if (!keepTrying.isPositive() || !every.isPositive()) {
            throw new IllegalArgumentException(
                    PREFIX + "keep-trying and " + PREFIX + "every must be longer than nothing.");
        }
    }

    /** How the way to the mail server is kept secret. */
    public enum Security {
        /** In the clear at first; nothing is sent when the server cannot do better. */
        STARTTLS,
        /** From the first byte on. */
        TLS,
        /** Not at all: for a relay on the same machine. */
        NONE
    }

    /**
     * The mail server.
     *
     * @param passwordFile a file with the password, the usual way; or else {@code password}
     * @param from the sender's address
     */
    public record Mail(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Security security,
            @Nullable String user,
            @Nullable Path passwordFile,
            @Nullable String password,
            String from) {

        public Mail {
            require(host, "mail.host");
            require(from, "mail.from");
            if (user != null) {
                SecretText.requireOne(PREFIX + "mail.password", passwordFile, password);
            } else if (passwordFile != null || password != null) {
                throw new IllegalArgumentException(PREFIX + "mail.user must be set.");
            }
        }

        /** The password itself; null when there is no user. */
        @Nullable String secret() {
            return user == null
                    ? null
                    : SecretText.of(PREFIX + "mail.password", passwordFile, password);
        }

        private static void require(@Nullable String value, String setting) {
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException(PREFIX + setting + " must be set.");
            }
        }

        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * @param keyFile a file with the key that signatures are made from; or else {@code key}; with
     *     neither, nothing is called
     * @param allowHttp whether notices may go over the net in the clear
     * @param allowPrivateAddresses whether tenants may have this server call addresses that are not
     *     on the internet
     */
    public record Webhook(
            @Nullable Path keyFile,
            @Nullable String key,
            @DefaultValue("false") boolean allowHttp,
            @DefaultValue("false") boolean allowPrivateAddresses) {

        private static final int SHORTEST_KEY = 32;

        public Webhook {
            if (keyFile != null || key != null) {
                SecretText.requireOne(PREFIX + "webhook.key", keyFile, key);
            }
        }

        /** The key itself; null when there is none. */
        @Nullable String secret() {
            if (keyFile == null && key == null) {
                return null;
            }
            var secret = SecretText.of(PREFIX + "webhook.key", keyFile, key);
            if (secret.length() < SHORTEST_KEY) {
                throw new IllegalArgumentException(
                        PREFIX + "webhook.key must be at least " + SHORTEST_KEY + " characters.");
            }
            return secret;
        }

        @Override
        public String toString() {
            return "webhooks";
        }
    }
}
