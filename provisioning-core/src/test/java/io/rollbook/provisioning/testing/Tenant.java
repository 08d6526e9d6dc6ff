package io.rollbook.provisioning.testing;

import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One tenant, driven through the seam and looked at in the database. */
public record Tenant(Core core, Caller caller) {

    public String id() {
        return caller.tenantId();
    }

    public ScimResponse post(String path, String body) {
        return send(ScimMethod.POST, path, body, Map.of());
    }

    public ScimResponse put(String path, String body) {
        return send(ScimMethod.PUT, path, body, Map.of());
    }

    public ScimResponse patch(String path, String operations) {
        return send(ScimMethod.PATCH, path, patchOf(operations), Map.of());
    }

    public ScimResponse delete(String path) {
        return send(ScimMethod.DELETE, path, "", Map.of());
    }

    public ScimResponse send(
            ScimMethod method, String path, String body, Map<String, String> headers) {
        return core.write(Requests.of(caller, method, path, body, headers));
    }

    public static String patchOf(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                + operations
                + "]}";
    }

    /** Creates a user and gives its id. */
    public String user(String userName) {
        return idIn(post("/Users", "{\"userName\":\"" + userName + "\"}"));
    }

    public List<String> users(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> user(prefix + i)).toList();
    }

    /** Users that the register knows and that have no events: quick to make, and to be members. */
    public List<String> knownUsers(int count) {
        return core.database()
                .inTenant(
                        id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql(
                                                """
                                                insert into resource_register (tenant, type, id, name)
                                                select ?, 'User', uuidv7()::text, 'known' || i
                                                from generate_series(1, ?) as i returning id
                                                """)
                                        .params(id(), count)
                                        .query(String.class)
                                        .list());
    }

    /** Creates a group with members and gives its id. */
    public String group(String displayName, List<String> members) {
        return idIn(
                post(
                        "/Groups",
                        "{\"displayName\":\"%s\",\"members\":%s}"
                                .formatted(displayName, elements(members))));
    }

    public String group(String displayName) {
        return group(displayName, List.of());
    }

    public ScimResponse add(String group, List<String> members) {
        return patch(
                "/Groups/" + group,
                "{\"op\":\"Add\",\"path\":\"members\",\"value\":%s}".formatted(elements(members)));
    }

    public ScimResponse remove(String group, String member) {
        return patch(
                "/Groups/" + group,
                "{\"op\":\"Remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(member));
    }

    public static String elements(List<String> members) {
        return members.stream()
                .map(member -> "{\"value\":\"" + member + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Who the register says is in the group. */
    public List<String> membersOf(String group) {
        return query(
                "select member from membership_register where group_id = ? order by member", group);
    }

    /** The names of all events of this tenant, in order. */
    public List<String> events() {
        return query("select name from event where name <> ? order by global_index", "");
    }

    /** The events of one user or group, as JSON. */
    public List<String> eventsOf(String resourceId) {
        return query(
                """
                select name || ' ' || convert_from(payload, 'UTF8') from event
                where aggregate like '%/' || ? order by sequence_number
                """,
                resourceId);
    }

    /** When one request came to its steps, of each of its events. */
    public List<String> timesOfRequest(String requestId) {
        return query(
                """
                select convert_from(metadata, 'UTF8')::jsonb ->> 'times' from event
                where convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' = ?
                order by global_index
                """,
                requestId);
    }

    /** What is recorded of one request, by its id. */
    public List<String> eventsOfRequest(String requestId) {
        return query(
                """
                select name || ' ' || convert_from(payload, 'UTF8') from event
                where convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' = ?
                order by global_index
                """,
                requestId);
    }

    /**
     * The operations of one request with the names of their events, in the order of the request.
     */
    public List<String> operationsOfRequest(String requestId) {
        return query(
                """
                select (convert_from(metadata, 'UTF8')::jsonb ->> 'operation') || ' ' || name
                from event
                where convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' = ?
                order by (convert_from(metadata, 'UTF8')::jsonb ->> 'operation')::int, global_index
                """,
                requestId);
    }

    public List<Origin> originsOf(String resourceId) {
        return query(
                        """
                        select convert_from(metadata, 'UTF8') from event
                        where aggregate like '%/' || ? order by sequence_number
                        """,
                        resourceId)
                .stream()
                .map(Tenant::origin)
                .toList();
    }

    public long count(String name) {
        return events().stream().filter(name::equals).count();
    }

    public static String idIn(ScimResponse response) {
        return Json.of(response.body()).path("id").asString();
    }

    private static Origin origin(String json) {
        var map =
                Json.of(json.getBytes(StandardCharsets.UTF_8))
                        .propertyStream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, entry -> entry.getValue().asString()));
        return Origin.of(map);
    }

    public List<String> query(String sql, String parameter) {
        return core.database()
                .inTenant(
                        id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql(sql)
                                        .param(parameter)
                                        .query(String.class)
                                        .list());
    }
}
