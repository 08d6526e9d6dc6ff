package io.rollbook.audit.graph;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.graph.download.Download;
import io.rollbook.audit.graph.summary.ModifiedProperty;
import io.rollbook.audit.graph.summary.Selected;
import io.rollbook.audit.graph.summary.SkipToken;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Place;
import io.rollbook.audit.read.Search;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.springframework.dao.QueryTimeoutException;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * {@code GET /provisioning}, {@code /provisioning/{id}}, {@code
 * /provisioning/{id}/modifiedProperties} and {@code /provisioning/download}, below {@code
 * /auditLogs} of the server.
 */
public final class ProvisioningEndpoint implements ScimEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PATH =
            Pattern.compile("/provisioning(?:/([^/]+)(/modifiedProperties)?)?");
    private static final Pattern KEY = Pattern.compile("/provisioning\\('([^/']+)'\\)");
    private static final String DOWNLOAD = "/provisioning/download";
    private static final Set<String> LIST_OPTIONS =
            Set.of("filter", "orderby", "top", "skiptoken", "select", "count");

    private final EntryLog log;

    public ProvisioningEndpoint(LogDatabase database) {
        this.log = new EntryLog(database);
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        var answer =
                request.path().equals(DOWNLOAD)
                        ? download(request)
                        : answer(request).map(ProvisioningEndpoint::json);
        return switch (answer) {
            case Outcome.Accepted<ScimResponse>(var response) -> response;
            case Outcome.Refused<ScimResponse>(var error) -> ODataErrors.response(request, error);
        };
    }

    /** A body with the number of entries that it shows. */
    private record Shown(byte[] body, int entries) {}

    private static ScimResponse json(Shown shown) {
        return new ScimResponse(
                200,
                Map.of(
                        "Content-Type",
                        "application/json;odata.metadata=minimal",
                        "OData-Version",
                        "4.0",
                        WatchedLog.SHOWN,
                        Integer.toString(shown.entries())),
                shown.body(),
                List.of());
    }

    private Outcome<ScimResponse> download(ScimRequest request) {
        if (request.refusal() != null) {
            return Outcome.refused(request.refusal());
        }
        if (!request.caller().mayActAs(Role.AUDIT_EXPORT)) {
            return Outcome.refused(
                    ScimError.of(403, "A download needs a token with the role audit.export."));
        }
        if (request.method() != ScimMethod.GET) {
            return Outcome.refused(ScimError.of(405, "The log can only be read."));
        }
        var tenant = request.caller().tenantId();
        return Options.parse(request.query(), Set.of("filter", "orderby", "format"))
                .flatMap(
                        options ->
                                options.format()
                                        .flatMap(
                                                format ->
                                                        Selection.from(log, tenant)
                                                                .of(options)
                                                                .map(
                                                                        search ->
                                                                                new Download(
                                                                                        log,
                                                                                        tenant,
                                                                                        search,
                                                                                        options
                                                                                                .filterText(),
                                                                                        format,
                                                                                        request
                                                                                                .receivedAt()))))
                .map(
                        download ->
                                ScimResponse.streamed(
                                        200,
                                        Map.of(
                                                "Content-Type",
                                                "application/zip",
                                                "Content-Disposition",
                                                "attachment; filename=ProvisioningLogs.zip"),
                                        download));
    }

    private Outcome<Shown> answer(ScimRequest request) {
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
        var key = KEY.matcher(request.path());
        if (key.matches()) {
            return one(request, key.group(1));
        }
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Outcome.refused(
                    ScimError.notFound("There is nothing here; the log is at /provisioning."));
        }
        if (path.group(1) == null) {
            return list(request);
        }
        return path.group(2) == null
                ? one(request, path.group(1))
                : properties(request, path.group(1));
    }

    private Outcome<Shown> list(ScimRequest request) {
        return Options.parse(request.query(), LIST_OPTIONS)
                .flatMap(
                        options ->
                                options.selected()
                                        .flatMap(
                                                selected ->
                                                        options.counted()
                                                                .flatMap(
                                                                        counted ->
                                                                                list(
                                                                                        request,
                                                                                        options,
                                                                                        selected,
                                                                                        counted))));
    }

    private Outcome<Shown> list(
            ScimRequest request, Options options, Selected selected, boolean counted) {
        var tenant = request.caller().tenantId();
        try {
            return log.atOneMoment(
                    tenant,
                    () ->
                            Selection.from(log, tenant)
                                    .of(options)
                                    .map(
                                            search ->
                                                    page(
                                                            request,
                                                            options,
                                                            selected,
                                                            count(tenant, search, counted),
                                                            log.search(tenant, search))));
        } catch (QueryTimeoutException tooMuch) {
            return tooMuch();
        }
    }

    /** With the first page only. */
    private OptionalLong count(String tenant, Search search, boolean counted) {
        return counted && search.after() == null
                ? OptionalLong.of(log.count(tenant, search))
                : OptionalLong.empty();
    }

    /** A search for a part of an id may have to look at each entry. */
    private static <T> Outcome<T> tooMuch() {
        return Options.refused(
                "The filter took too long. Narrow it by activityDateTime, or compare ids with eq.");
    }

    private Shown page(
            ScimRequest request,
            Options options,
            Selected selected,
            OptionalLong count,
            EntryLog.Page page) {
        return written(
                page.entries().size(),
                json -> {
                    context(json, request, selected.text());
                    count.ifPresent(number -> json.writeNumberProperty("@odata.count", number));
                    if (page.more()) {
                        var last = page.entries().getLast().head();
                        var token = SkipToken.of(new Place(last.recordedAt(), last.position()));
                        json.writeStringProperty(
                                "@odata.nextLink",
                                collection(request) + "?" + options.withToken(token));
                    }
                    json.writeArrayPropertyStart("value");
                    var summaries = summaries(json, request, selected);
                    page.entries().forEach(summaries::write);
                    json.writeEndArray();
                });
    }

    private Outcome<Shown> one(ScimRequest request, String id) {
        return Options.parse(request.query(), Set.of("select"))
                .flatMap(Options::selected)
                .flatMap(
                        selected ->
                                found(
                                                log.entryFrom(
                                                        request.caller().tenantId(),
                                                        id,
                                                        0,
                                                        SummaryJson.PROPERTIES_SHOWN))
                                        .map(entry -> one(request, selected, entry)));
    }

    private Shown one(ScimRequest request, Selected selected, Entry entry) {
        return written(
                1,
                json -> {
                    context(json, request, selected.text() + "/$entity");
                    summaries(json, request, selected).members(entry);
                });
    }

    private Outcome<Shown> properties(ScimRequest request, String id) {
        return Options.parse(request.query(), Set.of("top", "skiptoken"))
                .flatMap(
                        options ->
                                options.top()
                                        .flatMap(top -> properties(request, id, options, top)));
    }

    private Outcome<Shown> properties(ScimRequest request, String id, Options options, int top) {
        var text = options.value("skiptoken");
        var after = SkipToken.parse(text == null ? new SkipToken(0, -1).text() : text);
        if (after.isEmpty()) {
            return Options.refused("$skiptoken must be that of a nextLink.");
        }
        var place = after.get();
        return found(log.entryFrom(request.caller().tenantId(), id, place.first(), top + 1))
                .map(entry -> propertyPage(request, options, top, place, entry));
    }

    private Shown propertyPage(
            ScimRequest request, Options options, int top, SkipToken after, Entry entry) {
        var rest =
                ModifiedProperty.of(entry).stream()
                        .filter(property -> property.isAfter(after.first(), after.second()))
                        .limit(top + 1L)
                        .toList();
        var shown = rest.subList(0, Math.min(top, rest.size()));
        return written(
                1,
                json -> {
                    context(json, request, "('" + entry.head().id() + "')/modifiedProperties");
                    if (rest.size() > shown.size()) {
                        var last = shown.getLast();
                        json.writeStringProperty(
                                "@odata.nextLink",
                                collection(request)
                                        + "/"
                                        + entry.head().id()
                                        + "/modifiedProperties?"
                                        + options.withToken(
                                                new SkipToken(last.number(), last.ordinal())));
                    }
                    json.writeArrayPropertyStart("value");
                    shown.forEach(summaries(json, request, Selected.ALL)::property);
                    json.writeEndArray();
                });
    }

    private SummaryJson summaries(JsonGenerator json, ScimRequest request, Selected selected) {
        var tenant = request.caller().tenantId();
        return new SummaryJson(
                json, tenant, log.vocabulary(tenant).tenantName(), collection(request), selected);
    }

    private static void context(JsonGenerator json, ScimRequest request, String part) {
        json.writeStringProperty(
                "@odata.context",
                request.baseUri().replaceFirst("/auditLogs$", "/\\$metadata#auditLogs")
                        + "/provisioning"
                        + part);
    }

    private static String collection(ScimRequest request) {
        return request.baseUri() + "/provisioning";
    }

    private static Shown written(int entries, Consumer<JsonGenerator> content) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            content.accept(json);
            json.writeEndObject();
        }
        return new Shown(bytes.toByteArray(), entries);
    }

    private static <T> Outcome<T> found(Optional<T> something) {
        return something
                .map(Outcome::accepted)
                .orElseGet(
                        () ->
                                Outcome.refused(
                                        ScimError.notFound("The log has no entry with this id.")));
    }
}
