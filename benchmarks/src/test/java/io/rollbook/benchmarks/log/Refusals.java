package io.rollbook.benchmarks.log;

import io.rollbook.contract.Cause;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;

import org.jspecify.annotations.Nullable;

import java.util.SplittableRandom;

/** What requests are refused for, the frequent far more often than the rare. */
final class Refusals {

    private Refusals() {}

    static Attempt attempt(
            String method,
            @Nullable String id,
            @Nullable String externalId,
            @Nullable String name) {
        return new Attempt(method, "User", id, externalId, name);
    }

    static WriteRefused next(SplittableRandom random, TenantLife tenant, int user, Cause cause) {
        var id = tenant.userId(user);
        int which = random.nextInt(1_000);
        if (which < 500) {
            return new WriteRefused(
                    attempt("POST", null, tenant.externalId(user), Names.userName(user)),
                    409,
                    "uniqueness",
                    "A user with this userName exists already.",
                    cause);
        }
        if (which < 700) {
            return refused(
                    "PATCH", id, 400, "invalidValue", "emails[0].value is no address.", cause);
        }
        if (which < 850) {
            return refused("PATCH", id, 404, null, "There is no user with this id.", cause);
        }
        if (which < 950) {
            return refused("PATCH", id, 400, "invalidPath", "There is no attribute badge.", cause);
        }
        if (which < 990) {
            return refused("PATCH", id, 429, null, "Too many requests.", cause);
        }
        return which < 999
                ? refused("PATCH", id, 400, "mutability", "meta can only be read.", cause)
                : refused("PATCH", id, 503, null, "The database is away.", cause);
    }

    private static WriteRefused refused(
            String method,
            String id,
            int status,
            @Nullable String type,
            String detail,
            Cause cause) {
        return new WriteRefused(attempt(method, id, null, null), status, type, detail, cause);
    }
}
