package io.rollbook.gateway.limit;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.RequestRates;

import org.jspecify.annotations.Nullable;

/**
 * What is allowed to whom: for a connection and a tenant what an administrator set for them, and
 * otherwise the default.
 *
 * @param connection the default of connections
 * @param tenant the default for all connections of a tenant together
 */
public record Allowances(Allowance connection, Allowance tenant) {

    Allowance ofConnection(Caller caller) {
        return set(caller.terms().connection(), connection);
    }

    Allowance ofTenant(Caller caller) {
        return set(caller.terms().tenant(), tenant);
    }

    private static Allowance set(RequestRates rates, Allowance otherwise) {
        if (rates.equals(RequestRates.DEFAULT)) {
            return otherwise;
        }
        int rate = or(rates.requestsPerSecond(), otherwise.requestsPerSecond());
        return new Allowance(
                rate,
                // A rate that was raised is not to be spoilt by a burst that was not.
                or(rates.burst(), Math.max(rate, otherwise.burst())),
                or(rates.concurrentRequests(), otherwise.concurrentRequests()));
    }

    private static int or(@Nullable Integer set, int otherwise) {
        return set == null ? otherwise : set;
    }
}
