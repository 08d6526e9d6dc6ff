package io.rollbook.audit.history.page;

/** Where a page goes on, in the order of the question that it answers. */
public record Place(int phase, String id, long number) {

    public static final Place START = new Place(0, "", 0);
}
