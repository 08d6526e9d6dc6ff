package io.rollbook.contract;

/** One committed fact, as the payload of one record on a topic. */
public sealed interface PublishedEvent permits DirectoryEvent, AttemptEvent {

    /** Who asked for it, and with which request. */
    Cause cause();
}
