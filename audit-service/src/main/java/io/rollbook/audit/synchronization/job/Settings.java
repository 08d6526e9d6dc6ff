package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/**
 * What an administrator said of a connection.
 *
 * @param emails who is told of it
 * @param webhook what is told of it
 * @param mostDeletions from so many in one cycle on it is an alarm; null for never
 * @param gap what ends a cycle; null for the service's own
 */
public record Settings(
        List<String> emails,
        @Nullable String webhook,
        @Nullable Integer mostDeletions,
        @Nullable Duration gap) {

    public static final Settings NONE = new Settings(List.of(), null, null, null);

    public Settings {
        emails = List.copyOf(emails);
    }

    public boolean tellsNobody() {
        return emails.isEmpty() && webhook == null;
    }
}
