package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.Notifications;
import io.rollbook.provisioning.limit.LimitRules;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which settings make sense. */
final class SettingsRules {

    private static final Set<String> PROFILES = Set.of("entra", "rfc");
    private static final int MOST_DELETIONS = 10_000_000;
    private static final int MINUTES_OF_A_WEEK = 7 * 24 * 60;
    private static final int MOST_EMAILS = 20;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_URI = 2_000;

    /** Enough to catch a slip; whether it can be delivered shows when it is tried. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}<>,;\"]+@[^\\s@\\p{Cntrl}<>,;\"]+");

    private SettingsRules() {}

    static Outcome<ConnectionSettings> check(ConnectionSettings settings) {
        return Stream.of(
                        profile(settings.profile()),
                        LimitRules.problem(settings.limits()),
                        notifications(settings.notifications()))
                .flatMap(Optional::stream)
                .findFirst()
                .<Outcome<ConnectionSettings>>map(
                        detail ->
                                Outcome.refused(
                                        ScimError.badRequest(ScimType.INVALID_VALUE, detail)))
                .orElseGet(() -> Outcome.accepted(settings));
    }

    private static Optional<String> profile(@Nullable String profile) {
        return profile == null || PROFILES.contains(profile)
                ? Optional.empty()
                : Optional.of("profile must be entra or rfc, or null for the tenant's");
    }

    private static Optional<String> notifications(Notifications told) {
        return emails(told.emails())
                .or(() -> webhook(told.webhook()))
                .or(
                        () ->
                                within(
                                        "notifications.massDeletionThreshold",
                                        told.massDeletionThreshold(),
                                        MOST_DELETIONS))
                .or(
                        () ->
                                within(
                                        "notifications.cycleGapMinutes",
                                        told.cycleGapMinutes(),
                                        MINUTES_OF_A_WEEK));
    }

    private static Optional<String> within(String name, @Nullable Integer value, int most) {
        return value == null || (value >= 1 && value <= most)
                ? Optional.empty()
                : Optional.of(name + " must be 1 to " + most + ", or null for the default");
    }

    private static Optional<String> emails(List<String> emails) {
        boolean fine =
                emails.size() <= MOST_EMAILS
                        && new HashSet<>(emails).size() == emails.size()
                        && emails.stream().allMatch(SettingsRules::isEmail);
        return fine
                ? Optional.empty()
                : Optional.of(
                        "notifications.emails must be at most "
                                + MOST_EMAILS
                                + " different e-mail addresses");
    }

    private static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    private static Optional<String> webhook(@Nullable String uri) {
        return uri == null || isWebhook(uri)
                ? Optional.empty()
                : Optional.of(
                        "notifications.webhook must be an http or https URI with a host, and"
                                + " without user information or a fragment");
    }

    private static boolean isWebhook(String text) {
        if (text.length() > LONGEST_URI) {
            return false;
        }
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
