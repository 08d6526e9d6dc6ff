package io.rollbook.scim.seam;

/** The compatibility profile of a tenant. */
public enum Profile {
    /** What Microsoft Entra sends is accepted in each of its forms. */
    ENTRA,
    /** RFC 7644 to the letter. */
    RFC
}
