package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryRow;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes entries as {@code provisioningObjectSummary}. */
public final class SummaryJson {

    /** An entry may have a hundred thousand; the rest has pages of its own. */
    public static final int PROPERTIES_SHOWN = 1_000;

    private final JsonGenerator json;
    private final String tenantId;
    private final String tenantName;
    private final String collection;
    private final Selected selected;
    private final @Nullable PropertyWalk walk;

    /**
     * Entries of a page: of many properties the first, and a link to the rest.
     *
     * @param collection the address of the list, which the address of an entry begins with
     */
    public SummaryJson(
            JsonGenerator json,
            String tenantId,
            String tenantName,
            String collection,
            Selected selected) {
        this(json, tenantId, tenantName, collection, selected, null);
    }

    /** Entries with all of their properties. */
    public SummaryJson(JsonGenerator json, String tenantId, String tenantName, PropertyWalk walk) {
        this(json, tenantId, tenantName, "", Selected.ALL, walk);
    }

    private SummaryJson(
            JsonGenerator json,
            String tenantId,
            String tenantName,
            String collection,
            Selected selected,
            @Nullable PropertyWalk walk) {
        this.json = json;
        this.tenantId = tenantId;
        this.tenantName = tenantName;
        this.collection = collection;
        this.selected = selected;
        this.walk = walk;
    }

    public void write(Entry entry) {
        json.writeStartObject();
        members(entry);
        json.writeEndObject();
    }

    public void members(Entry entry) {
        selected.names().forEach(name -> member(name, entry, entry.head()));
    }

    private void member(String name, Entry entry, EntryRow head) {
        switch (name) {
            case "id", "changeId" -> text(name, head.id());
            case "activityDateTime" -> text(name, head.recordedAt().toString());
            case "tenantId" -> text(name, tenantId);
            case "jobId" -> text(name, Identities.connection(head));
            case "cycleId" -> text(name, head.cycleId());
            case "provisioningAction" -> text(name, head.action());
            case "durationInMilliseconds" -> json.writeNumberProperty(name, milliseconds(entry));
            case "initiatedBy" -> object(name, Identities.initiator(head));
            case "servicePrincipal" -> object(name, Identities.servicePrincipal(head));
            case "sourceSystem" -> system(name, Identities.sourceSystem(head), Map.of());
            case "targetSystem" ->
                    system(
                            name,
                            Map.of("id", tenantId, "displayName", tenantName),
                            Identities.targetDetails(head));
            case "sourceIdentity" ->
                    identity(
                            name, head, head.target().externalId(), Identities.sourceDetails(head));
            case "targetIdentity" ->
                    identity(name, head, head.target().id(), Identities.restored(head));
            case "provisioningStatusInfo" -> statusInfo(head);
            case "provisioningSteps" -> steps(Steps.of(entry, tenantName));
            case "modifiedProperties" -> properties(entry);
            default -> throw new IllegalStateException("Not a property of an entry: " + name);
        }
    }

    /** Within Graph's Int32, and not below zero where the clocks of two machines differ. */
    public static int milliseconds(Entry entry) {
        return Math.clamp(entry.duration().toMillis(), 0, Integer.MAX_VALUE);
    }

    private void system(String name, Map<String, String> system, Map<String, String> details) {
        json.writeObjectPropertyStart(name);
        text("id", system.get("id"));
        text("displayName", system.get("displayName"));
        object("details", details);
        json.writeEndObject();
    }

    private void identity(
            String name, EntryRow head, @Nullable String id, Map<String, String> details) {
        json.writeObjectPropertyStart(name);
        text("id", id);
        text("displayName", head.target().name());
        text("identityType", head.target().type());
        object("details", details);
        json.writeEndObject();
    }

    private void statusInfo(EntryRow head) {
        json.writeObjectPropertyStart("provisioningStatusInfo");
        text("status", head.status());
        Identities.error(head)
                .ifPresentOrElse(
                        error -> object("errorInformation", error),
                        () -> json.writeNullProperty("errorInformation"));
        json.writeEndObject();
    }

    private void steps(List<Step> steps) {
        json.writeArrayPropertyStart("provisioningSteps");
        for (var step : steps) {
            json.writeStartObject();
            text("name", step.name());
            text("provisioningStepType", step.type().label());
            text("status", step.result().label());
            text("description", step.description());
            object("details", step.details());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void properties(Entry entry) {
        if (walk != null) {
            json.writeArrayPropertyStart("modifiedProperties");
            walk.<RuntimeException>each(entry, this::property);
            json.writeEndArray();
            return;
        }
        var all = ModifiedProperty.of(entry);
        int has = entry.events().stream().mapToInt(event -> event.rows()).sum();
        var shown = all.subList(0, Math.min(all.size(), PROPERTIES_SHOWN));
        properties(shown);
        if (has > shown.size() && !shown.isEmpty()) {
            json.writeNumberProperty("modifiedProperties@odata.count", has);
            var last = shown.getLast();
            text(
                    "modifiedProperties@odata.nextLink",
                    collection
                            + "/"
                            + entry.head().id()
                            + "/modifiedProperties?$skiptoken="
                            + new SkipToken(last.number(), last.ordinal()).text());
        }
    }

    private void properties(List<ModifiedProperty> properties) {
        json.writeArrayPropertyStart("modifiedProperties");
        properties.forEach(this::property);
        json.writeEndArray();
    }

    public void property(ModifiedProperty property) {
        var members = new LinkedHashMap<String, @Nullable String>();
        members.put("displayName", property.name());
        members.put("oldValue", property.oldValue());
        members.put("newValue", property.newValue());
        json.writeStartObject();
        members.forEach(this::textOrNull);
        json.writeEndObject();
    }

    private void object(String name, Map<String, ? extends @Nullable String> members) {
        json.writeObjectPropertyStart(name);
        members.forEach(this::textOrNull);
        json.writeEndObject();
    }

    /** As Graph does, an identity or a name that is not there is an empty text. */
    private void text(String name, @Nullable String value) {
        json.writeStringProperty(name, value == null ? "" : value);
    }

    private void textOrNull(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
