package io.rollbook.audit.graph.filter;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Status;
import io.rollbook.audit.read.ActorName;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What can be filtered by, under the path that it has in an entry, and where it is stored. */
sealed interface Property {

    /** Text of any kind. */
    record Text(String column) implements Property {}

    /** A text that many entries have in common, and that is looked up among its kind first. */
    enum Shared implements Property {
        NAME("subject_name"),
        CYCLE("cycle_id");

        private final String column;

        Shared(String column) {
            this.column = column;
        }

        String column() {
            return column;
        }
    }

    /**
     * Who acted.
     *
     * @param shown what is shown of that, an empty text for nothing
     * @param anyCase whether it is a word that may be written in any case
     */
    record Actor(Function<ActorName, String> shown, boolean anyCase) implements Property {}

    /**
     * One of a few words; any case will do.
     *
     * @param none entries that have none of the words
     */
    record Choice(String column, List<String> words, Term none) implements Property {

        public Choice {
            words = List.copyOf(words);
        }
    }

    record Moment(String column) implements Property {}

    /** The same in each entry of a tenant. */
    enum Constant implements Property {
        TENANT_ID,
        TENANT_NAME
    }

    String CONNECTION = "connection";

    /** The last is what requests without a valid credential came from. */
    Choice TYPE =
            new Choice(
                    "target_type",
                    List.of("User", "Group", "Connection", "Tenant", "Source"),
                    new Term.Absent("target_type"));

    /** What an entry is called by in filters; {@code #path()} as in its JSON. */
    Map<String, Property> BY_PATH = byPath();

    static Optional<Property> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Map<String, Property> byPath() {
        var properties = new LinkedHashMap<String, Property>();
        properties.put("id", new Text("id"));
        properties.put("activityDateTime", new Moment("recorded_at"));
        properties.put("tenantId", Constant.TENANT_ID);
        properties.put("cycleId", Shared.CYCLE);
        properties.put("changeId", new Text("id"));
        properties.put("targetSystem/id", Constant.TENANT_ID);
        properties.put("targetSystem/displayName", Constant.TENANT_NAME);
        properties.put("sourceIdentity/id", new Text("source_id"));
        properties.put("targetIdentity/id", new Text("target_id"));
        for (var identity : List.of("sourceIdentity", "targetIdentity")) {
            properties.put(identity + "/displayName", Shared.NAME);
            properties.put(identity + "/identityType", TYPE);
        }
        choices(properties);
        actors(properties);
        return Map.copyOf(properties);
    }

    private static void choices(Map<String, Property> properties) {
        properties.put(
                "provisioningAction",
                new Choice(
                        "action",
                        Arrays.stream(Action.values()).map(Action::label).toList(),
                        Term.Constant.NOTHING));
        properties.put(
                "provisioningStatusInfo/status",
                new Choice(
                        "status",
                        Arrays.stream(Status.values()).map(Status::label).toList(),
                        Term.Constant.NOTHING));
        properties.put(
                "provisioningStatusInfo/errorInformation/errorCode",
                new Choice(
                        "error_code",
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::label).toList(),
                        Term.oneOf(
                                "status",
                                List.of(Status.SUCCESS.label(), Status.SKIPPED.label()))));
    }

    private static void actors(Map<String, Property> properties) {
        properties.put("initiatedBy/id", new Actor(ActorName::id, false));
        properties.put("initiatedBy/displayName", new Actor(ActorName::name, false));
        properties.put(
                "initiatedBy/initiatorType",
                new Actor(
                        actor ->
                                switch (actor.kind()) {
                                    case CONNECTION -> "application";
                                    case "administrator" -> "user";
                                    default -> actor.kind();
                                },
                        true));
        properties.put("jobId", connection(ActorName::id));
        for (var system : List.of("servicePrincipal", "sourceSystem")) {
            properties.put(system + "/id", connection(ActorName::id));
            properties.put(system + "/displayName", connection(ActorName::name));
        }
        properties.put("servicePrincipal/name", connection(ActorName::name));
    }

    /** Of the connection, which only entries of one have. */
    private static Actor connection(Function<ActorName, String> shown) {
        return new Actor(actor -> actor.kind().equals(CONNECTION) ? shown.apply(actor) : "", false);
    }
}
