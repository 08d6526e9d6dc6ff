package io.rollbook.audit.history.membership;

/**
 * A membership that holds at one of two events and not at the other.
 *
 * @param joined whether it holds at the later one
 */
public record Shift(Membership membership, boolean joined) {}
