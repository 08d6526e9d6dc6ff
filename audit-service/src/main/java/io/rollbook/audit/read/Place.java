package io.rollbook.audit.read;

import java.time.Instant;

/** Where a page goes on: what the last entry of the page before was sorted by. */
public record Place(Instant recordedAt, long position) {}
