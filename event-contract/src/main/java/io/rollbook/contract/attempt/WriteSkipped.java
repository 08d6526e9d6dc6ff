package io.rollbook.contract.attempt;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.Cause;

/** A write request found everything as it asked for, and changed nothing. */
public record WriteSkipped(Attempt attempt, Cause cause) implements AttemptEvent {}
