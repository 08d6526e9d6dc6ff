package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * One committed fact, as the payload of one record on a topic. A revision may gain members, so a
 * reader ignores those that it does not know.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface PublishedEvent permits DirectoryEvent, AttemptEvent {

    /** Who asked for it, and with which request. */
    Cause cause();
}
