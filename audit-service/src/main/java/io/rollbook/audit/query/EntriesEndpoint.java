package io.rollbook.audit.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.MemberCursor;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GET /entries}, {@code /entries/{id}} and {@code /entries/{id}/members}. */
public final class EntriesEndpoint implements ScimEndpoint {

    private static final Pattern PATH = Pattern.compile("/entries(?:/([^/]+)(/members)?)?");
    private static final Set<String> PAGING = Set.of("count", "cursor");

    private final EntryLog log;

    public EntriesEndpoint(LogDatabase database) {
        this.log = new EntryLog(database);
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        return switch (answer(request)) {
            case Outcome.Accepted<byte[]>(var body) ->
                    new ScimResponse(
                            200, Map.of("Content-Type", "application/json"), body, List.of());
            case Outcome.Refused<byte[]>(var error) -> Refusals.response(error);
        };
    }

    private Outcome<byte[]> answer(ScimRequest request) {
        if (request.refusal() != null) {
            return Outcome.refused(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_READ)) {
            return Outcome.refused(
                    ScimError.of(403, "Reading the log needs a token with the role audit.read."));
        }
        if (request.method() != ScimMethod.GET) {
            return Outcome.refused(ScimError.of(405, "The log can only be read."));
        }
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Refusals.notFound("There is nothing here; the log is at /entries.");
        }
        var tenant = request.caller().tenantId();
        if (path.group(1) == null) {
            return Parameters.parse(request.query())
                    .flatMap(page -> goneOn(log.page(tenant, page)))
                    .map(EntryJson::page);
        }
        return path.group(2) == null
                ? entry(tenant, path.group(1), request.query())
                : members(tenant, path.group(1), request.query());
    }

    private Outcome<byte[]> entry(String tenant, String id, String query) {
        return QueryString.parse(query, Set.of())
                .flatMap(none -> found(log.entry(tenant, id)))
                .map(EntryJson::one);
    }

    private Outcome<byte[]> members(String tenant, String id, String query) {
        return QueryString.parse(query, PAGING)
                .flatMap(
                        parameters ->
                                Parameters.count(parameters)
                                        .flatMap(
                                                count ->
                                                        members(
                                                                tenant,
                                                                id,
                                                                parameters.value("cursor"),
                                                                count)))
                .map(EntryJson::members);
    }

    private Outcome<EntryLog.MemberPage> members(
            String tenant, String id, @Nullable String cursor, int count) {
        var after = cursor == null ? Optional.of(MemberCursor.START) : MemberCursor.parse(cursor);
        return after.isEmpty() ? wrongCursor() : found(log.members(tenant, id, after.get(), count));
    }

    private static <T> Outcome<T> goneOn(Optional<T> page) {
        return page.map(Outcome::accepted).orElseGet(EntriesEndpoint::wrongCursor);
    }

    private static <T> Outcome<T> wrongCursor() {
        return Refusals.badRequest("cursor must be the next of a page that was answered.");
    }

    private static <T> Outcome<T> found(Optional<T> something) {
        return something
                .map(Outcome::accepted)
                .orElseGet(() -> Refusals.notFound("The log has no entry with this id."));
    }
}
