package io.rollbook.contract;

/** The topics; the record key is the tenant id, so that one tenant has one order. */
public final class Topics {

    public static final String DIRECTORY = "rollbook.directory.v1";
    public static final String ATTEMPTS = "rollbook.attempts.v1";

    private Topics() {}
}
