package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.Limits;
import io.rollbook.provisioning.connection.event.Notifications;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Which settings a connection is to have. Absent is what stays as it is; an empty {@link Wish} sets
 * the default.
 *
 * @param profile {@code entra} or {@code rfc}
 */
public record SettingsChange(
        Wish<String> profile,
        Wish<Integer> requestsPerSecond,
        Wish<Integer> burst,
        Wish<Integer> concurrentRequests,
        Wish<List<String>> emails,
        Wish<String> webhook,
        Wish<Integer> massDeletionThreshold,
        Wish<Integer> cycleGapMinutes,
        Wish<Boolean> reviveInactive) {

    /** What is to become of one setting. */
    public sealed interface Wish<T> {

        /** It stays. */
        record Keep<T>() implements Wish<T> {}

        /** It is this from now on, or the default again. */
        record Become<T>(Optional<T> value) implements Wish<T> {}

        private @Nullable T after(@Nullable T before) {
            return switch (this) {
                case Keep<T>() -> before;
                case Become<T>(var value) -> value.orElse(null);
            };
        }
    }

    /** The settings as this wants them, whether that is allowed or not. */
    ConnectionSettings after(ConnectionSettings now) {
        var limits = now.limits();
        var notifications = now.notifications();
        var writtenTo = emails.after(notifications.emails());
        return new ConnectionSettings(
                profile.after(now.profile()),
                new Limits(
                        requestsPerSecond.after(limits.requestsPerSecond()),
                        burst.after(limits.burst()),
                        concurrentRequests.after(limits.concurrentRequests())),
                new Notifications(
                        writtenTo == null ? List.of() : writtenTo,
                        webhook.after(notifications.webhook()),
                        massDeletionThreshold.after(notifications.massDeletionThreshold()),
                        cycleGapMinutes.after(notifications.cycleGapMinutes())),
                Boolean.TRUE.equals(reviveInactive.after(now.reviveInactive())));
    }
}
