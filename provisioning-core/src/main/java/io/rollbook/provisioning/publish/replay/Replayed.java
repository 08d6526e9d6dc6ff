package io.rollbook.provisioning.publish.replay;

/**
 * What a replay has published.
 *
 * @param events how many, on all partitions
 * @param position the store's index that they end with: the live topic goes on after it
 */
public record Replayed(String topic, long events, long position) {}
