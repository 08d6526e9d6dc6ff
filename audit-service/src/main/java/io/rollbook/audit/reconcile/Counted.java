package io.rollbook.audit.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one stream from the rounds before.
 *
 * @param stored how many events the store has up to the index
 * @param position the store's index
 * @param onTopic up to which number the topic has no gap
 * @param inLog up to which number the log's rows were counted and complete
 * @param open the difference that was told and is not healed
 */
record Counted(long stored, long position, long onTopic, long inLog, @Nullable Difference open) {

    static final Counted NOTHING = new Counted(0, 0, 0, 0, null);
}
