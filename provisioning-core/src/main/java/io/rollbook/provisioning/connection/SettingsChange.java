package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.connection.event.Notifications;
import io.rollbook.provisioning.limit.LimitsChange;
import io.rollbook.provisioning.limit.Wish;

import java.util.List;

/**
 * Which settings a connection is to have. Absent is what stays as it is; an empty {@link Wish} sets
 * the default.
 *
 * @param profile {@code entra} or {@code rfc}
 */
public record SettingsChange(
        Wish<String> profile,
        LimitsChange limits,
        Wish<List<String>> emails,
        Wish<String> webhook,
        Wish<Integer> massDeletionThreshold,
        Wish<Integer> cycleGapMinutes,
        Wish<Boolean> reviveInactive) {

    /** The settings as this wants them, whether that is allowed or not. */
    ConnectionSettings after(ConnectionSettings now) {
        var notifications = now.notifications();
        var writtenTo = emails.after(notifications.emails());
        return new ConnectionSettings(
                profile.after(now.profile()),
                limits.after(now.limits()),
                new Notifications(
                        writtenTo == null ? List.of() : writtenTo,
                        webhook.after(notifications.webhook()),
                        massDeletionThreshold.after(notifications.massDeletionThreshold()),
                        cycleGapMinutes.after(notifications.cycleGapMinutes())),
                Boolean.TRUE.equals(reviveInactive.after(now.reviveInactive())));
    }
}
