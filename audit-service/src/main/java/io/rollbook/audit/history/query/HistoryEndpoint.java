package io.rollbook.audit.history.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.history.Answer;
import io.rollbook.audit.history.Asked;
import io.rollbook.audit.history.History;
import io.rollbook.audit.history.leavers.LeaverEndpoint;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.springframework.dao.QueryTimeoutException;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code GET /history/…}: how things were, and what differs between then and then. */
public final class HistoryEndpoint implements ScimEndpoint {

    private static final Pattern PATH = Pattern.compile("/history/([^/]+)(?:/([a-z]+))?");

    private final History history;
    private final LeaverEndpoint leavers;
    private final InstantSource clock;

    public HistoryEndpoint(LogDatabase database, InstantSource clock) {
        this.history = new History(database);
        this.leavers = new LeaverEndpoint(database, clock);
        this.clock = clock;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        if (request.refusal() != null) {
            return Refusals.response(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_READ)) {
            return Refusals.response(
                    ScimError.of(
                            403, "Reading the history needs a token with the role audit.read."));
        }
        if (request.method() != ScimMethod.GET) {
            return Refusals.response(ScimError.of(405, "The history can only be read."));
        }
        if (request.path().startsWith("/history/leavers")) {
            return leavers.handle(request);
        }
        try {
            return switch (answer(request)) {
                case Outcome.Accepted<Answer>(var answer) -> response(answer);
                case Outcome.Refused<Answer>(var error) -> Refusals.response(error);
            };
        } catch (QueryTimeoutException tooMuch) {
            return Refusals.response(
                    ScimError.of(400, "The answer took too long. Ask for a smaller page."));
        }
    }

    private Outcome<Answer> answer(ScimRequest request) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return nothing();
        }
        var tenant = request.caller().tenantId();
        var query = request.query();
        var id = path.group(1);
        var now = clock.instant();
        var question = path.group(2);
        if (question == null) {
            return id.equals("difference")
                    ? HistoryParameters.window(query, now, true)
                            .flatMap(asked -> history.whole(tenant, asked))
                    : HistoryParameters.window(query, now, false)
                            .flatMap(asked -> history.versions(tenant, id, asked));
        }
        return switch (question) {
            case "snapshot" ->
                    HistoryParameters.moment(query, now)
                            .flatMap(asked -> history.snapshot(tenant, id, asked));
            case "members" -> paged(request).flatMap(asked -> history.members(tenant, id, asked));
            case "groups" -> paged(request).flatMap(asked -> history.groups(tenant, id, asked));
            case "memberships" ->
                    paged(request).flatMap(asked -> history.timeline(tenant, id, asked));
            case "difference" ->
                    HistoryParameters.window(query, now, true)
                            .flatMap(asked -> history.difference(tenant, id, asked));
            default -> nothing();
        };
    }

    private Outcome<Asked> paged(ScimRequest request) {
        return HistoryParameters.pagesOfMoment(request.query(), clock.instant());
    }

    private static <T> Outcome<T> nothing() {
        return Refusals.notFound(
                "There is nothing here; see /history/{id}, its /snapshot, /members, /groups,"
                        + " /memberships and /difference, /history/difference and"
                        + " /history/leavers.");
    }

    private static ScimResponse response(Answer answer) {
        var shown = HistoryJson.of(answer);
        return new ScimResponse(
                200,
                Map.of(
                        "Content-Type",
                        "application/json",
                        WatchedLog.SHOWN,
                        Integer.toString(shown.items())),
                shown.bytes(),
                List.of());
    }
}
