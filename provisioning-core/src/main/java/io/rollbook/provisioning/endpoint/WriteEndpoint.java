package io.rollbook.provisioning.endpoint;

import io.rollbook.link.turn.Turns;
import io.rollbook.provisioning.aggregate.TimeOrderedIds;
import io.rollbook.provisioning.attempt.AttemptLog;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.endpoint.bulk.BulkWrites;
import io.rollbook.provisioning.endpoint.resource.Reply;
import io.rollbook.provisioning.endpoint.resource.RequestParts;
import io.rollbook.provisioning.endpoint.resource.ResourceWrites;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.message.ScimErrors;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers every request that is not a read. One that changes nothing, whatever the reason, leaves
 * exactly one event that says so, before it is answered.
 */
public final class WriteEndpoint implements ScimEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(WriteEndpoint.class);

    private static final int FAULT = 500;

    private final Map<String, ResourceWrites> writes;
    private final AttemptLog attempts;
    private final BulkWrites bulk;
    private final Supplier<String> newIds;
    private final Turns turns;
    private final WriteMetrics metrics;
    private final InstantSource clock;

    /**
     * @param writes by the name of the resource type
     * @param turns of writes; a bulk request takes one for each of its operations
     */
    WriteEndpoint(
            Map<String, ResourceWrites> writes,
            AttemptLog attempts,
            BulkWrites bulk,
            Supplier<String> newIds,
            Turns turns,
            WriteMetrics metrics,
            InstantSource clock) {
        this.writes = Map.copyOf(writes);
        this.attempts = attempts;
        this.bulk = bulk;
        this.newIds = newIds;
        this.turns = turns;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        return handle(request, newIds.get());
    }

    private ScimResponse handle(ScimRequest request, String newId) {
        long started = System.nanoTime();
        var target = Target.of(request.path());
        try {
            return target instanceof Target.Bulk
                    ? answer(request, target, newId, started)
                    : turns.inTurn(
                            request.caller().tenantId(),
                            () -> answer(request, target, newId, started));
        } catch (Unavailable unavailable) {
            metrics.unavailable(request.method(), target, started);
            throw unavailable;
        }
    }

    private ScimResponse answer(ScimRequest request, Target target, String newId, long started) {
        return Course.follow(
                clock,
                request.receivedAt(),
                request.admittedAt(),
                course -> answer(request, target, newId, started, course));
    }

    private ScimResponse answer(
            ScimRequest request, Target target, String newId, long started, Course course) {
        return switch (carryOut(request, target, newId)) {
            case Outcome.Accepted<Reply>(var reply) -> {
                if (!reply.changed()) {
                    attempts.skipped(
                            RequestParts.originOf(request).ignoring(reply.ignored()),
                            AttemptReader.read(request, target));
                }
                metrics.accepted(request.method(), target, reply.changed(), started);
                yield reply.response();
            }
            case Outcome.Refused<Reply>(var error) -> {
                attempts.refused(
                        RequestParts.originOf(request),
                        AttemptReader.read(request, target),
                        error,
                        error.status() == FAULT ? Wanted.NOTHING : course.wanted());
                metrics.refused(request.method(), target, error.status(), started);
                yield ScimErrors.response(error, Refusals.headers(error, target));
            }
        };
    }

    private Outcome<Reply> carryOut(ScimRequest request, Target target, String newId) {
        ScimError refusal = request.refusal();
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (!request.caller().mayActAs(Role.SCIM)) {
            return Outcome.refused(ScimError.of(403, "This token may not change the directory"));
        }
        try {
            return dispatch(request, target, newId);
        } catch (Unavailable unavailable) {
            throw unavailable;
        } catch (RuntimeException fault) {
            LOG.error("Request {} failed", request.requestId(), LoggableFault.of(fault));
            return Outcome.refused(ScimError.of(FAULT, "The service provider failed"));
        }
    }

    private Outcome<Reply> dispatch(ScimRequest request, Target target, String newId) {
        return switch (target) {
            case Target.All(var type) ->
                    request.method() == ScimMethod.POST
                            ? writesOf(type).create(request, newId)
                            : Outcome.refused(Refusals.methodNotAllowed(request.method()));
            case Target.One(var type, var id) -> one(request, writesOf(type), type, id);
            case Target.Bulk() -> bulk(request);
            case Target.Search(), Target.Discovery() ->
                    Outcome.refused(Refusals.methodNotAllowed(request.method()));
            case Target.Me() -> Outcome.refused(ScimError.of(501, "/Me is not supported"));
            case Target.Nothing() ->
                    Outcome.refused(ScimError.notFound("There is nothing at this path"));
        };
    }

    /** Each operation records what came of it, so the whole needs no entry of its own. */
    private Outcome<Reply> bulk(ScimRequest request) {
        if (request.operation() > 0 || request.method() != ScimMethod.POST) {
            return Outcome.refused(Refusals.methodNotAllowed(request.method()));
        }
        return bulk.carryOut(request, this::handle).map(response -> new Reply(response, true));
    }

    private static Outcome<Reply> one(
            ScimRequest request, ResourceWrites writes, ResourceType type, String id) {
        if (request.method() != ScimMethod.POST && !TimeOrderedIds.isWellFormed(id)) {
            return Outcome.refused(Refusals.noSuch(type));
        }
        return switch (request.method()) {
            case PUT -> writes.replace(request, id);
            case PATCH -> writes.patch(request, id);
            case DELETE -> writes.delete(request, id);
            case GET, POST -> Outcome.refused(Refusals.methodNotAllowed(request.method()));
        };
    }

    private ResourceWrites writesOf(ResourceType type) {
        ResourceWrites found = writes.get(type.name());
        if (found == null) {
            throw new IllegalStateException("No writes of " + type.name());
        }
        return found;
    }
}
