package io.rollbook.scim.seam;

/**
 * What an administrator set for the connection that calls, beside its profile, and for its tenant.
 * They are as old as the gateway's knowledge of the token, which is at most five seconds.
 *
 * @param connection how often this connection may ask
 * @param tenant how often all connections of its tenant may ask together
 * @param sizes how large a request may be
 * @param reviveInactive whether a POST with the userName of an inactive user revives that user
 * @param lockedOut whether the tenant is suspended or about to be deleted, and nobody gets in
 */
public record CallerTerms(
        RequestRates connection,
        RequestRates tenant,
        RequestSizes sizes,
        boolean reviveInactive,
        boolean lockedOut) {

    /** Nothing was set. */
    public static final CallerTerms DEFAULT =
            new CallerTerms(
                    RequestRates.DEFAULT, RequestRates.DEFAULT, RequestSizes.ANY, false, false);

    /** With these rates of the connection. */
    public CallerTerms with(RequestRates ofConnection) {
        return new CallerTerms(ofConnection, tenant, sizes, reviveInactive, lockedOut);
    }

    /** With these sizes. */
    public CallerTerms with(RequestSizes ofRequest) {
        return new CallerTerms(connection, tenant, ofRequest, reviveInactive, lockedOut);
    }

    /** Of a connection that may revive. */
    public CallerTerms reviving() {
        return new CallerTerms(connection, tenant, sizes, true, lockedOut);
    }

    /** Of a tenant that is not let in. */
    public CallerTerms whileLockedOut() {
        return new CallerTerms(connection, tenant, sizes, reviveInactive, true);
    }
}
