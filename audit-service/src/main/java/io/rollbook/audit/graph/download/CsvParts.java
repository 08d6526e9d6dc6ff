package io.rollbook.audit.graph.download;

import io.rollbook.audit.graph.summary.Identities;
import io.rollbook.audit.graph.summary.PropertyWalk;
import io.rollbook.audit.graph.summary.Steps;
import io.rollbook.audit.read.Entry;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The three CSV files of Entra's download; {@code changeId} joins them. */
final class CsvParts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> ENTRY_COLUMNS =
            List.of(
                    "id",
                    "activityDateTime",
                    "tenantId",
                    "jobId",
                    "cycleId",
                    "changeId",
                    "provisioningAction",
                    "durationInMilliseconds",
                    "initiatedById",
                    "initiatedByDisplayName",
                    "initiatedByType",
                    "servicePrincipalId",
                    "servicePrincipalDisplayName",
                    "sourceSystemDisplayName",
                    "targetSystemDisplayName",
                    "sourceIdentityId",
                    "sourceIdentityDisplayName",
                    "sourceIdentityType",
                    "targetIdentityId",
                    "targetIdentityDisplayName",
                    "targetIdentityType",
                    "status",
                    "errorCode",
                    "errorCategory",
                    "reason",
                    "recommendedAction",
                    "number",
                    "requestId");

    /** One file; says how many rows an entry became. */
    @FunctionalInterface
    interface File {
        long write(Entry entry) throws IOException;
    }

    private final String tenant;
    private final String tenantName;
    private final PropertyWalk walk;

    CsvParts(String tenant, String tenantName, PropertyWalk walk) {
        this.tenant = tenant;
        this.tenantName = tenantName;
        this.walk = walk;
    }

    File entries(OutputStream out) throws IOException {
        var csv = new Csv(out);
        csv.row(ENTRY_COLUMNS);
        return entry -> {
            var head = entry.head();
            var initiator = Identities.initiator(head);
            var principal = Identities.servicePrincipal(head);
            var target = head.target();
            var error = Identities.error(head).orElse(null);
            csv.cells(
                    head.id(),
                    head.recordedAt().toString(),
                    tenant,
                    Identities.connection(head),
                    head.cycleId(),
                    head.id(),
                    head.action(),
                    Long.toString(entry.duration().toMillis()),
                    initiator.get("id"),
                    initiator.get("displayName"),
                    initiator.get("initiatorType"),
                    principal.get("id"),
                    principal.get("displayName"),
                    principal.get("displayName"),
                    tenantName,
                    target.externalId(),
                    target.name(),
                    target.type(),
                    target.id(),
                    target.name(),
                    target.type(),
                    head.status(),
                    error == null ? null : error.get("errorCode"),
                    error == null ? null : error.get("errorCategory"),
                    error == null ? null : error.get("reason"),
                    error == null ? null : error.get("recommendedAction"),
                    Long.toString(head.position()),
                    head.requestId());
            return 1;
        };
    }

    File steps(OutputStream out) throws IOException {
        var csv = new Csv(out);
        csv.row(
                List.of(
                        "changeId",
                        "order",
                        "name",
                        "provisioningStepType",
                        "status",
                        "description",
                        "details"));
        return entry -> {
            int order = 0;
            for (var step : Steps.of(entry, tenantName)) {
                csv.cells(
                        entry.head().id(),
                        Integer.toString(++order),
                        step.name(),
                        step.type().label(),
                        step.result().label(),
                        step.description(),
                        JSON.writeValueAsString(step.details()));
            }
            return order;
        };
    }

    File properties(OutputStream out) throws IOException {
        var csv = new Csv(out);
        csv.row(List.of("changeId", "displayName", "oldValue", "newValue"));
        return entry ->
                walk.<IOException>each(
                        entry,
                        property ->
                                csv.cells(
                                        entry.head().id(),
                                        property.name(),
                                        property.oldValue(),
                                        property.newValue()));
    }
}
