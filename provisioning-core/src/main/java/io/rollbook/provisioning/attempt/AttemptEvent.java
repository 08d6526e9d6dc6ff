package io.rollbook.provisioning.attempt;

/** Requests changed nothing; belongs to no aggregate. */
public sealed interface AttemptEvent permits WriteRefused, WriteSkipped, RequestsRefused {}
