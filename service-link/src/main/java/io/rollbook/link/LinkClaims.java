package io.rollbook.link;

/** The claims that bind a signature to one message. */
final class LinkClaims {

    static final String METHOD = "htm";
    static final String PATH = "htu";
    static final String QUERY = "qry";
    static final String BODY_DIGEST = "bsh";

    private LinkClaims() {}
}
