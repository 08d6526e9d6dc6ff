package io.rollbook.audit.graph.filter;

import io.rollbook.audit.read.EntryKind;
import io.rollbook.audit.read.SubjectPart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be filtered by, under the path that it has in an entry, and where it is stored. */
sealed interface Property {

    /** What no two entries have in common. */
    enum Own implements Property {
        ID
    }

    /** What the entries of a cycle have in common. */
    enum Cycle implements Property {
        ID
    }

    /** Whom an entry is about. */
    record Subject(SubjectPart part) implements Property {}

    /**
     * What entries of one kind have in common.
     *
     * @param shown what is shown of that, an empty text for nothing
     * @param anyCase whether it is a word that may be written in any case
     */
    record OfKind(Function<EntryKind, String> shown, boolean anyCase) implements Property {}

    record Moment(String column) implements Property {}

    /** The same in each entry of a tenant. */
    enum Constant implements Property {
        TENANT_ID,
        TENANT_NAME
    }

    String CONNECTION = "connection";

    /** What an entry is called by in filters; {@code #path()} as in its JSON. */
    Map<String, Property> BY_PATH = byPath();

    static Optional<Property> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Map<String, Property> byPath() {
        var properties = new LinkedHashMap<String, Property>();
        properties.put("id", Own.ID);
        properties.put("activityDateTime", new Moment("recorded_at"));
        properties.put("tenantId", Constant.TENANT_ID);
        properties.put("cycleId", Cycle.ID);
        properties.put("changeId", Own.ID);
        properties.put("targetSystem/id", Constant.TENANT_ID);
        properties.put("targetSystem/displayName", Constant.TENANT_NAME);
        properties.put("sourceIdentity/id", new Subject(SubjectPart.SOURCE));
        properties.put("targetIdentity/id", new Subject(SubjectPart.TARGET));
        for (var identity : List.of("sourceIdentity", "targetIdentity")) {
            properties.put(identity + "/displayName", new Subject(SubjectPart.NAME));
            properties.put(identity + "/identityType", new OfKind(EntryKind::targetType, true));
        }
        properties.put("provisioningAction", new OfKind(EntryKind::action, true));
        properties.put("provisioningStatusInfo/status", new OfKind(EntryKind::status, true));
        properties.put(
                "provisioningStatusInfo/errorInformation/errorCode",
                new OfKind(EntryKind::errorCode, true));
        actors(properties);
        return Map.copyOf(properties);
    }

    private static void actors(Map<String, Property> properties) {
        properties.put("initiatedBy/id", new OfKind(EntryKind::actorId, false));
        properties.put("initiatedBy/displayName", new OfKind(EntryKind::actorName, false));
        properties.put(
                "initiatedBy/initiatorType",
                new OfKind(
                        kind ->
                                switch (kind.actorKind()) {
                                    case CONNECTION -> "application";
                                    case "administrator" -> "user";
                                    default -> kind.actorKind();
                                },
                        true));
        properties.put("jobId", connection(EntryKind::actorId));
        for (var system : List.of("servicePrincipal", "sourceSystem")) {
            properties.put(system + "/id", connection(EntryKind::actorId));
            properties.put(system + "/displayName", connection(EntryKind::actorName));
        }
        properties.put("servicePrincipal/name", connection(EntryKind::actorName));
    }

    /** Of the connection, which only entries of one have. */
    private static OfKind connection(Function<EntryKind, String> shown) {
        return new OfKind(
                kind -> kind.actorKind().equals(CONNECTION) ? shown.apply(kind) : "", false);
    }
}
