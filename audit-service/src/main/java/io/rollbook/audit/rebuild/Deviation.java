package io.rollbook.audit.rebuild;

/**
 * Something that is not as the events make it.
 *
 * @param what a hash, a document or an entry, with its stream
 * @param first the smallest number, or for an entry position, that is concerned
 */
public record Deviation(String tenant, String what, long first) {}
