package io.rollbook.provisioning.attempt;

/** A write request found everything as it asked for, and changed nothing. */
public record WriteSkipped(Attempt attempt) implements AttemptEvent {}
