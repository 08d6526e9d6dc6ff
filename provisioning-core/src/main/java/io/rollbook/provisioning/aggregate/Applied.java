package io.rollbook.provisioning.aggregate;

/**
 * What an accepted command did to an aggregate.
 *
 * @param before the state that the command found
 * @param after the state now
 * @param version of the aggregate now: the number of its events
 * @param lastEventId of the event that led to this version
 * @param changed false when everything was as the command asked for already
 */
public record Applied<S>(S before, S after, long version, String lastEventId, boolean changed) {}
