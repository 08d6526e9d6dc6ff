package io.rollbook.projections.feed;

import java.time.Duration;

/**
 * How the topic is followed.
 *
 * @param topic the directory topic
 * @param shared whether several instances share the partitions; otherwise this one takes all
 * @param retryAfter how long a batch that cannot be applied rests before it is tried again
 */
public record FeedSettings(String topic, boolean shared, Duration retryAfter) {}
