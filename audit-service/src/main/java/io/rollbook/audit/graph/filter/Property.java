package io.rollbook.audit.graph.filter;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Status;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be filtered by, under the path that it has in an entry, and where it is stored. */
sealed interface Property {

    /** Text of any kind. */
    record Text(String column) implements Property {}

    /** A name that many entries have; looked up among the names first. */
    record Name(String column) implements Property {}

    /** One of a few words; any case will do. Stored words by the words that are shown. */
    record Choice(String column, Map<String, String> storedByShown) implements Property {}

    /** The id of the connection, which only entries of a connection have. */
    record Connection(String column) implements Property {}

    record Moment(String column) implements Property {}

    /** The same in each entry of a tenant. */
    enum Constant implements Property {
        TENANT_ID,
        TENANT_NAME
    }

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
        properties.put("jobId", new Connection("actor_id"));
        properties.put("cycleId", new Text("cycle_id"));
        properties.put("changeId", new Text("id"));
        properties.put(
                "provisioningAction",
                choice("action", Arrays.stream(Action.values()).map(Action::label)));
        properties.put("initiatedBy/id", new Text("actor_id"));
        properties.put("initiatedBy/displayName", new Text("actor_name"));
        properties.put(
                "initiatedBy/initiatorType",
                new Choice(
                        "actor_kind",
                        Map.of(
                                "application", "connection",
                                "user", "administrator",
                                "system", "system")));
        for (var name : List.of("servicePrincipal", "sourceSystem")) {
            properties.put(name + "/id", new Connection("actor_id"));
            properties.put(name + "/displayName", new Connection("actor_name"));
        }
        properties.put("servicePrincipal/name", new Connection("actor_name"));
        properties.put("targetSystem/id", Constant.TENANT_ID);
        properties.put("targetSystem/displayName", Constant.TENANT_NAME);
        properties.put("sourceIdentity/id", new Text("source_id"));
        properties.put("targetIdentity/id", new Text("target_id"));
        for (var identity : List.of("sourceIdentity", "targetIdentity")) {
            properties.put(identity + "/displayName", new Name("subject_name"));
            properties.put(
                    identity + "/identityType",
                    choice("target_type", Stream.of("User", "Group", "Connection", "Tenant")));
        }
        properties.put(
                "provisioningStatusInfo/status",
                choice("status", Arrays.stream(Status.values()).map(Status::label)));
        properties.put(
                "provisioningStatusInfo/errorInformation/errorCode",
                choice("error_code", Arrays.stream(ErrorCode.values()).map(ErrorCode::label)));
        return Map.copyOf(properties);
    }

    private static Choice choice(String column, Stream<String> words) {
        return new Choice(column, words.collect(Collectors.toMap(word -> word, word -> word)));
    }
}
