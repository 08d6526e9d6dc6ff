package io.rollbook.audit.graph.download;

import io.rollbook.audit.graph.summary.Identities;
import io.rollbook.audit.graph.summary.PropertyWalk;
import io.rollbook.audit.graph.summary.Steps;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.read.Entry;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

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
                    "sourceSystemId",
                    "sourceSystemDisplayName",
                    "targetSystemId",
                    "targetSystemDisplayName",
                    "targetSystemDetails",
                    "sourceIdentityId",
                    "sourceIdentityDisplayName",
                    "sourceIdentityType",
                    "sourceIdentityDetails",
                    "targetIdentityId",
                    "targetIdentityDisplayName",
                    "targetIdentityType",
                    "targetIdentityDetails",
                    "status",
                    "errorCode",
                    "errorCategory",
                    "reason",
                    "recommendedAction",
                    "additionalDetails",
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
            var source = Identities.sourceSystem(head);
            Map<String, @Nullable String> error = Identities.error(head).orElse(Map.of());
            csv.cells(
                    head.id(),
                    head.recordedAt().toString(),
                    tenant,
                    Identities.connection(head),
                    head.cycleId(),
                    head.id(),
                    head.action(),
                    Integer.toString(SummaryJson.milliseconds(entry)),
                    initiator.get("id"),
                    initiator.get("displayName"),
                    initiator.get("initiatorType"),
                    principal.get("id"),
                    principal.get("displayName"),
                    source.get("id"),
                    source.get("displayName"),
                    tenant,
                    tenantName,
                    JSON.writeValueAsString(Identities.targetDetails(head)),
                    target.externalId(),
                    target.name(),
                    target.type(),
                    JSON.writeValueAsString(Identities.sourceDetails(head)),
                    target.id(),
                    target.name(),
                    target.type(),
                    JSON.writeValueAsString(Identities.restored(head)),
                    head.status(),
                    error.get("errorCode"),
                    error.get("errorCategory"),
                    error.get("reason"),
                    error.get("recommendedAction"),
                    error.get("additionalDetails"),
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
