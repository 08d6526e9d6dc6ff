package io.rollbook.standalone.admin;

/** A new token; its text is told this once. */
public record IssuedToken(String tokenId, String token) {

    /** Leaves the secret out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "IssuedToken[" + tokenId + "]";
    }
}
