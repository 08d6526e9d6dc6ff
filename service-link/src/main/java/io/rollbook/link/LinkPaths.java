package io.rollbook.link;

/** Where the parts of the seam are found on a service; a changed message form gets a new number. */
public final class LinkPaths {

    public static final String BASE = "/internal/v1";

    /** One endpoint by the name of its bean follows. */
    public static final String ENDPOINTS = BASE + "/endpoints/";

    public static final String CALLERS = BASE + "/callers";
    public static final String CLIENT_SECRETS = BASE + "/clients/secrets";
    public static final String CLIENT_TRUSTS = BASE + "/clients/trusts";
    public static final String CLIENT_ASSERTIONS = BASE + "/clients/assertions";
    public static final String CLIENT_CREDENTIALS = BASE + "/clients/credentials";
    public static final String VISIBILITY = BASE + "/visibility";
    public static final String READINESS = BASE + "/readiness";

    /** The header of an answer whose body is streamed. */
    public static final String STREAMED = "Rollbook-Streamed";

    private LinkPaths() {}
}
