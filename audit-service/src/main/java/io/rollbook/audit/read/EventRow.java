package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One event of an entry, without its document.
 *
 * @param number counts the tenant's events of the topic
 * @param position orders the events of both topics
 * @param publishedAt when it came on the topic, as far as known
 * @param loggedAt when the log had it
 * @param characters of the document
 */
public record EventRow(
        long entryPosition,
        String id,
        String type,
        String topic,
        long number,
        long position,
        @Nullable Long version,
        Instant recordedAt,
        @Nullable Instant publishedAt,
        Instant loggedAt,
        int changes,
        int joined,
        int departed,
        int characters) {

    /** Rows that the document tells: changes first, then members. */
    public int rows() {
        return changes + members();
    }

    /** Of those the members. */
    public int members() {
        return joined + departed;
    }
}
