package io.rollbook.audit.integrity.query;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.document.DocumentJson;
import io.rollbook.audit.integrity.chain.LogStream;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.retention.Keeping;
import io.rollbook.audit.integrity.retention.Purges;
import io.rollbook.audit.query.QueryString;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.verify.json.JsonReader;
import io.rollbook.verify.sign.SignedDocument;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code GET /integrity/…}, {@code GET /retention} and {@code GET /custody}. */
public final class IntegrityEndpoint implements ScimEndpoint {

    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final LogDatabase database;
    private final Proofs proofs;
    private final Custody custody;
    private final InstantSource clock;

    public IntegrityEndpoint(
            LogDatabase database, Checkpoints checkpoints, Custody custody, InstantSource clock) {
        this.clock = clock;
        this.database = database;
        this.proofs = new Proofs(database, checkpoints);
        this.custody = custody;
    }

    /** An answer's JSON, and how many entries of the log it shows. */
    private record Answer(@Nullable Object body, long entries) {}

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
                                    Long.toString(answer.entries())),
                            DocumentJson.of(answer.body()).getBytes(StandardCharsets.UTF_8),
                            List.of());
            case Outcome.Refused<Answer>(var error) -> Refusals.response(error);
        };
    }

    private Outcome<Answer> answer(ScimRequest request) {
        if (request.refusal() != null) {
            return Outcome.refused(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_READ)) {
            return Outcome.refused(
                    ScimError.of(403, "Proofs of the log need a token with the role audit.read."));
        }
        if (request.method() != ScimMethod.GET) {
            return Outcome.refused(ScimError.of(405, "The log can only be read."));
        }
        var tenant = request.caller().tenantId();
        var query = request.query();
        return switch (request.path()) {
            case "/integrity/keys" -> QueryString.parse(query, Set.of()).map(none -> keys());
            case "/integrity/checkpoints" ->
                    QueryString.parse(query, Set.of("after", "count"))
                            .flatMap(parameters -> checkpoints(tenant, parameters));
            case "/integrity/inclusion" ->
                    QueryString.parse(query, Set.of("stream", "number"))
                            .flatMap(parameters -> inclusion(tenant, parameters));
            case "/integrity/consistency" ->
                    QueryString.parse(query, Set.of("from", "to"))
                            .flatMap(parameters -> consistency(tenant, parameters));
            case "/integrity/purges" ->
                    QueryString.parse(query, Set.of()).map(none -> purges(tenant));
            case "/retention" -> QueryString.parse(query, Set.of()).map(none -> keeping(tenant));
            case "/custody" ->
                    QueryString.parse(query, Set.of("before", "count"))
                            .flatMap(parameters -> custody(tenant, parameters));
            default ->
                    Refusals.notFound(
                            "There is nothing here; see /integrity/keys, /checkpoints, /inclusion,"
                                    + " /consistency and /purges.");
        };
    }

    private Answer keys() {
        var keys =
                database.write(SigningKeys::announcements).stream()
                        .map(
                                announcement ->
                                        Map.of(
                                                "id", announcement.key().id(),
                                                "pem", announcement.key().pem(),
                                                "announcement", parsed(announcement.json())))
                        .toList();
        return new Answer(Map.of("keys", keys), 0);
    }

    private Outcome<Answer> checkpoints(String tenant, QueryString parameters) {
        return number(parameters, "after", 0)
                .flatMap(
                        after ->
                                count(parameters)
                                        .map(
                                                count ->
                                                        checkpoints(
                                                                tenant, after, count.intValue())));
    }

    private Answer purges(String tenant) {
        var purges = database.read(tenant, transaction -> Purges.all(transaction, tenant));
        return new Answer(Map.of("purges", parsed(purges)), 0);
    }

    private Answer keeping(String tenant) {
        var keeping = database.read(tenant, transaction -> Keeping.of(transaction, tenant));
        return new Answer(KeepingJson.of(keeping, clock.instant()), 0);
    }

    private static List<Object> parsed(List<SignedDocument> signed) {
        return signed.stream().map(each -> parsed(each.json())).toList();
    }

    private Answer checkpoints(String tenant, long after, int count) {
        var page =
                database.read(
                        tenant,
                        transaction -> Checkpoints.after(transaction, tenant, after, count));
        return new Answer(Map.of("checkpoints", parsed(page)), 0);
    }

    private Outcome<Answer> inclusion(String tenant, QueryString parameters) {
        var stream = LogStream.ofLabel(String.valueOf(parameters.value("stream")));
        if (stream.isEmpty()) {
            return Refusals.badRequest("stream must be directory, attempts or custody.");
        }
        return number(parameters, "number", -1)
                .flatMap(
                        number ->
                                proofs.inclusion(tenant, stream.get(), number)
                                        .map(proof -> Outcome.accepted(new Answer(proof, 1)))
                                        .orElseGet(
                                                () ->
                                                        Refusals.notFound(
                                                                "The log has no entry with this"
                                                                        + " number, or no longer:"
                                                                        + " see"
                                                                        + " /integrity/purges.")));
    }

    private Outcome<Answer> consistency(String tenant, QueryString parameters) {
        return number(parameters, "from", -1)
                .flatMap(
                        from ->
                                number(parameters, "to", -1)
                                        .flatMap(to -> consistency(tenant, from, to)));
    }

    private Outcome<Answer> consistency(String tenant, long from, long to) {
        if (from > to) {
            return Refusals.badRequest("from must not be larger than to.");
        }
        return proofs.consistency(tenant, from, to)
                .map(proof -> Outcome.accepted(new Answer(proof, 0)))
                .orElseGet(() -> Refusals.notFound("There is no checkpoint with this number."));
    }

    private Outcome<Answer> custody(String tenant, QueryString parameters) {
        return number(parameters, "before", Long.MAX_VALUE)
                .flatMap(
                        before ->
                                count(parameters)
                                        .map(count -> custody(tenant, before, count.intValue())));
    }

    private Answer custody(String tenant, long before, int count) {
        var page = custody.before(tenant, before, count);
        var body = new LinkedHashMap<String, Object>();
        body.put("entries", page.stream().map(each -> parsed(each.document())).toList());
        if (page.size() == count) {
            body.put("before", page.getLast().number());
        }
        return new Answer(body, page.size());
    }

    private static Outcome<Long> count(QueryString parameters) {
        return number(parameters, "count", USUAL)
                .flatMap(
                        count ->
                                count >= 1 && count <= MOST
                                        ? Outcome.accepted(count)
                                        : Refusals.badRequest(
                                                "count must be from 1 to " + MOST + "."));
    }

    private static Outcome<Long> number(QueryString parameters, String name, long otherwise) {
        var text = parameters.value(name);
        if (text == null && otherwise >= 0) {
            return Outcome.accepted(otherwise);
        }
        return text != null && text.matches("\\d{1,15}")
                ? Outcome.accepted(Long.parseLong(text))
                : Refusals.badRequest(name + " must be a number.");
    }

    private static Object parsed(String json) {
        return JsonReader.asObject(JsonReader.read(json));
    }
}
