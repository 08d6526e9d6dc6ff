package io.rollbook.provisioning.aggregate;

/**
 * What an accepted command left behind.
 *
 * @param state of the aggregate now
 * @param version of the aggregate now: the number of its events
 * @param changed false when everything was as the command asked for already
 */
public record Applied<S>(S state, long version, boolean changed) {}
