/**
 * Follows the directory topic for as long as the process runs, through failures of Kafka and the
 * database, and says how it is doing. May not go past an event that cannot be applied.
 */
@NullMarked
package io.rollbook.projections.feed;

import org.jspecify.annotations.NullMarked;
