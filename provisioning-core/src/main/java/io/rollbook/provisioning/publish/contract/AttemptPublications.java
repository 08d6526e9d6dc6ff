package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.provisioning.aggregate.TimeOrderedIds;
import io.rollbook.provisioning.attempt.Attempt;
import io.rollbook.provisioning.attempt.AttemptEvent;
import io.rollbook.provisioning.attempt.RequestsRefused;
import io.rollbook.provisioning.attempt.WriteRefused;
import io.rollbook.provisioning.attempt.WriteSkipped;
import io.rollbook.provisioning.course.Wanted;

/** Attempts in the contract's terms. */
final class AttemptPublications {

    private AttemptPublications() {}

    static io.rollbook.contract.AttemptEvent of(AttemptEvent event, Cause cause) {
        return switch (event) {
            case WriteRefused(var attempt, var status, var scimType, var detail, var wanted) ->
                    new io.rollbook.contract.attempt.WriteRefused(
                            of(attempt),
                            status,
                            scimType,
                            detail,
                            wanted == null ? null : of(wanted),
                            cause);
            case WriteSkipped(var attempt) ->
                    new io.rollbook.contract.attempt.WriteSkipped(of(attempt), cause);
            case RequestsRefused refused ->
                    new io.rollbook.contract.attempt.RequestsRefused(
                            refused.connectionId(),
                            refused.source(),
                            refused.sources(),
                            refused.status(),
                            refused.requests(),
                            refused.writes(),
                            refused.reasons(),
                            refused.from(),
                            refused.until(),
                            cause);
        };
    }

    /**
     * As far as the request named a resource: {@code /Users/42}, {@code /Users} or {@code /}. What
     * cannot be one of our ids may be anything, a name or an address too, and stays out of headers.
     */
    static String subjectOf(AttemptEvent event) {
        return switch (event) {
            case WriteRefused refused -> subjectOf(refused.attempt());
            case WriteSkipped skipped -> subjectOf(skipped.attempt());
            case RequestsRefused refused ->
                    refused.connectionId() == null ? "/" : "/connections/" + refused.connectionId();
        };
    }

    private static String subjectOf(Attempt attempt) {
        if (attempt.resourceType() == null) {
            return "/";
        }
        var collection = "/" + attempt.resourceType() + "s";
        var id = attempt.resourceId();
        return id != null && TimeOrderedIds.isWellFormed(id) ? collection + "/" + id : collection;
    }

    private static io.rollbook.contract.attempt.Wanted of(Wanted wanted) {
        return new io.rollbook.contract.attempt.Wanted(
                Attributes.of(wanted.changes()), wanted.omitted(), wanted.compared());
    }

    private static io.rollbook.contract.attempt.Attempt of(Attempt attempt) {
        return new io.rollbook.contract.attempt.Attempt(
                attempt.method(),
                attempt.resourceType(),
                attempt.resourceId(),
                attempt.externalId(),
                attempt.name());
    }
}
