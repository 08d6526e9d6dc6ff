package io.rollbook.embedded;

/** How one login role reaches one database. */
public record DatabaseAccess(String jdbcUrl, String user, String password) {

    /** Leaves the password out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
