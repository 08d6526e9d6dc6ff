package io.rollbook.provisioning.attempt;

/** A write request changed nothing; belongs to no aggregate. */
public sealed interface AttemptEvent permits WriteRefused, WriteSkipped {

    Attempt attempt();
}
