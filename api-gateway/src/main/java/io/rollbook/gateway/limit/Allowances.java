package io.rollbook.gateway.limit;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;

import org.jspecify.annotations.Nullable;

/**
 * What is allowed to whom: for a connection what an administrator set for it, and otherwise the
 * default.
 *
 * @param connection the default
 * @param tenant for all connections of a tenant together
 */
public record Allowances(Allowance connection, Allowance tenant) {

    Allowance ofConnection(Caller caller) {
        CallerTerms terms = caller.terms();
        if (terms.requestsPerSecond() == null
                && terms.burst() == null
                && terms.concurrentRequests() == null) {
            return connection;
        }
        int rate = or(terms.requestsPerSecond(), connection.requestsPerSecond());
        return new Allowance(
                rate,
                // A rate that was raised is not to be spoilt by a burst that was not.
                or(terms.burst(), Math.max(rate, connection.burst())),
                or(terms.concurrentRequests(), connection.concurrentRequests()));
    }

    private static int or(@Nullable Integer set, int otherwise) {
        return set == null ? otherwise : set;
    }
}
