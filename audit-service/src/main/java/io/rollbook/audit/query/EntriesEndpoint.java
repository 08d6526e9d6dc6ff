package io.rollbook.audit.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.custody.WatchedLog;
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
            case Outcome.Accepted<Answer>(var answer) ->
                    new ScimResponse(
                            200,
                            Map.of(
                                    "Content-Type",
                                    "application/json",
                                    WatchedLog.SHOWN,
                                    Integer.toString(answer.entries())),
                            answer.body(),
                            List.of());
            case Outcome.Refused<Answer>(var error) -> Refusals.response(error);
        };
    }

    /** JSON, and how many entries it shows. */
    private record Answer(byte[] body, int entries) {}

    private Outcome<Answer> answer(ScimRequest request) {
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
                    .map(page -> new Answer(EntryJson.page(page), page.entries().size()));
        }
        return path.group(2) == null
                ? entry(tenant, path.group(1), request.query())
                : members(tenant, path.group(1), request.query());
    }

    private Outcome<Answer> entry(String tenant, String id, String query) {
        return QueryString.parse(query, Set.of())
                .flatMap(none -> found(log.entry(tenant, id)))
                .map(entry -> new Answer(EntryJson.one(entry), 1));
    }

    private Outcome<Answer> members(String tenant, String id, String query) {
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
                .map(page -> new Answer(EntryJson.members(page), 1));
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
