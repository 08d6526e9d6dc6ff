package io.rollbook.contract.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who is told of a connection's troubles, and what counts as one; null for the installation's
 * default.
 *
 * @param emails addresses that are written to
 * @param webhook a URI that is called
 * @param massDeletionThreshold so many deletions within one cycle are a trouble
 * @param cycleGapMinutes so long without a request is the end of a cycle
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionNotifications(
        List<String> emails,
        @Nullable String webhook,
        @Nullable Integer massDeletionThreshold,
        @Nullable Integer cycleGapMinutes) {

    public ConnectionNotifications {
        emails = List.copyOf(emails);
    }
}
