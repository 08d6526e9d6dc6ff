package io.rollbook.audit.history.leavers;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.history.query.HistoryParameters;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.query.QueryString;
import io.rollbook.audit.query.Refusals;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GET /history/leavers} and {@code /history/leavers/percentiles}, as JSON and CSV. */
public final class LeaverEndpoint implements ScimEndpoint {

    private static final String JSON_TYPE = "application/json";
    private static final String CSV_TYPE = "text/csv; charset=utf-8; header=present";
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})");
    private static final Set<String> PERIOD = Set.of("from", "to", "format");
    private static final int PAGE = 1_000;
    private static final long MICROS = 1_000_000;

    private final LeaverReport report;
    private final InstantSource clock;

    public LeaverEndpoint(LogDatabase database, InstantSource clock) {
        this.report = new LeaverReport(database);
        this.clock = clock;
    }

    /** A request that may read, see the caller. */
    @Override
    public ScimResponse handle(ScimRequest request) {
        var tenant = request.caller().tenantId();
        var answer =
                switch (request.path()) {
                    case "/history/leavers" -> leavers(tenant, request.query());
                    case "/history/leavers/percentiles" -> percentiles(tenant, request.query());
                    default ->
                            Refusals.<ScimResponse>notFound(
                                    "There is nothing here; see /history/leavers and"
                                            + " /history/leavers/percentiles.");
                };
        return switch (answer) {
            case Outcome.Accepted<ScimResponse>(var response) -> response;
            case Outcome.Refused<ScimResponse>(var error) -> Refusals.response(error);
        };
    }

    private record Asked(LeaverReport.Period period, boolean csv, QueryString query) {}

    private Outcome<Asked> asked(String query, Set<String> known) {
        return QueryString.parse(query, known)
                .flatMap(
                        values ->
                                instant(values, "from")
                                        .flatMap(
                                                from ->
                                                        instant(values, "to")
                                                                .flatMap(
                                                                        to ->
                                                                                asked(
                                                                                        values,
                                                                                        from,
                                                                                        to))));
    }

    private static Outcome<Asked> asked(QueryString query, Instant from, Instant to) {
        var format = query.values().getOrDefault("format", "json");
        if (!format.equals("json") && !format.equals("csv")) {
            return Refusals.badRequest("format must be json or csv.");
        }
        if (from.isAfter(to)) {
            return Refusals.badRequest("from must not be after to.");
        }
        return Outcome.accepted(
                new Asked(new LeaverReport.Period(from, to), format.equals("csv"), query));
    }

    private Outcome<Instant> instant(QueryString query, String name) {
        var value = query.value(name);
        return value == null
                ? Refusals.badRequest("from and to must say of which period.")
                : HistoryParameters.instant(name, value, clock.instant());
    }

    private Outcome<ScimResponse> percentiles(String tenant, String query) {
        return asked(query, PERIOD)
                .map(
                        asked -> {
                            var steps = report.percentiles(tenant, asked.period());
                            return asked.csv()
                                    ? response(CSV_TYPE, LeaverCsv.percentiles(steps), steps.size())
                                    : response(
                                            JSON_TYPE,
                                            LeaverJson.percentiles(asked.period(), steps),
                                            steps.size());
                        });
    }

    private Outcome<ScimResponse> leavers(String tenant, String query) {
        return asked(query, Set.of("from", "to", "format", "cursor"))
                .flatMap(
                        asked -> {
                            if (asked.csv()) {
                                return Outcome.accepted(
                                        ScimResponse.streamed(
                                                200,
                                                Map.of(
                                                        "Content-Type",
                                                        CSV_TYPE,
                                                        "Content-Disposition",
                                                        "attachment; filename=leavers.csv"),
                                                LeaverCsv.leavers(report, tenant, asked.period())));
                            }
                            return after(asked).map(after -> page(tenant, asked.period(), after));
                        });
    }

    private ScimResponse page(String tenant, LeaverReport.Period period, LeaverReport.After after) {
        var rows = report.page(tenant, period, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        var shown = more ? rows.subList(0, PAGE) : rows;
        return response(
                JSON_TYPE,
                LeaverJson.leavers(
                        period,
                        report.percentiles(tenant, period),
                        shown,
                        more ? cursor(shown.getLast()) : null),
                shown.size());
    }

    private static String cursor(Leaver last) {
        var time = last.storedAt();
        return time.getEpochSecond() * MICROS + time.getNano() / 1_000 + "." + last.number();
    }

    private static Outcome<LeaverReport.After> after(Asked asked) {
        var text = asked.query().value("cursor");
        if (text == null) {
            return Outcome.accepted(LeaverReport.After.start(asked.period()));
        }
        var parts = CURSOR.matcher(text);
        if (!parts.matches()) {
            return Refusals.badRequest("cursor must be the next of a page that was answered.");
        }
        long micros = Long.parseLong(parts.group(1));
        return Outcome.accepted(
                new LeaverReport.After(
                        Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000),
                        Long.parseLong(parts.group(2))));
    }

    private static ScimResponse response(String type, byte[] body, int items) {
        return new ScimResponse(
                200,
                Map.of("Content-Type", type, WatchedLog.SHOWN, Integer.toString(items)),
                body,
                List.of());
    }
}
