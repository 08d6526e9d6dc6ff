package io.rollbook.scim.seam;

/** The HTTP methods that SCIM defines (RFC 7644 §3.2). */
public enum ScimMethod {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
