package io.rollbook.audit.history.record;

/** How many members an event really let in and out. */
record MembershipEffect(int joined, int departed) {

    static final MembershipEffect NONE = new MembershipEffect(0, 0);
}
