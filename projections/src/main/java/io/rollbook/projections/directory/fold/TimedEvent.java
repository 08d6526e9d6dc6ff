package io.rollbook.projections.directory.fold;

import io.rollbook.contract.DirectoryEvent;

import java.time.Instant;

/** An event and when it was stored. */
public record TimedEvent(DirectoryEvent event, Instant time) {}
