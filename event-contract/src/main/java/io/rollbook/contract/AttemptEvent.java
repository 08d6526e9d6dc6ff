package io.rollbook.contract;

import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;

/** Requests that changed nothing; travels on {@link Topics#ATTEMPTS}. */
public sealed interface AttemptEvent extends PublishedEvent
        permits WriteRefused, WriteSkipped, RequestsRefused {}
