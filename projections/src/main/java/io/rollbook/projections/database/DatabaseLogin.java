package io.rollbook.projections.database;

/** As whom the read side reaches its database. */
public record DatabaseLogin(String url, String user, String password) {

    /** Leaves the password out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
