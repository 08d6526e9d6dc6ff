package io.rollbook.audit.history.resource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attributes of one resource at an event: the first values, and over them the last change of
 * each path. One look into the index for each path that changed within a million of numbers,
 * however often it did.
 */
public final class AttributeValues {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final String FIRST =
            "select attributes from history_resource where tenant = ? and id = ?";
    static final String LAST =
            """
            with recursive changed (million, path) as (
                select m.million, (select path from history_attribute
                    where tenant = ? and million = m.million and resource_id = ?
                    order by path limit 1)
                from generate_series(0, (? >> 20)::integer) as m (million)
                union all
                select million, (select a.path from history_attribute a
                    where a.tenant = ? and a.million = changed.million and a.resource_id = ?
                        and a.path > changed.path
                    order by a.path limit 1)
                from changed where changed.path is not null
            )
            select distinct on (changed.path) changed.path, a.value
            from changed cross join lateral (
                select value from history_attribute
                where tenant = ? and million = changed.million and resource_id = ?
                    and path = changed.path and number <= ?
                order by number desc limit 1) as a
            order by changed.path, changed.million desc
            """;

    private AttributeValues() {}

    /** By path; empty where the resource is not there. */
    public static SortedMap<String, JsonNode> at(
            JdbcTemplate transaction, String tenant, Life life, long number) {
        return life.at(number) == Life.State.PRESENT
                ? at(transaction, tenant, life.id(), number)
                : new TreeMap<>();
    }

    private static SortedMap<String, JsonNode> at(
            JdbcTemplate transaction, String tenant, String id, long number) {
        var values = new TreeMap<String, JsonNode>();
        transaction
                .queryForList(FIRST, String.class, tenant, id)
                .forEach(
                        text ->
                                JSON.readTree(text)
                                        .properties()
                                        .forEach(value -> put(values, value)));
        transaction.query(
                LAST,
                row -> {
                    var text = row.getString("value");
                    if (text == null) {
                        values.remove(row.getString("path"));
                    } else {
                        values.put(row.getString("path"), JSON.readTree(text));
                    }
                },
                tenant,
                id,
                number,
                tenant,
                id,
                tenant,
                id,
                number);
        return values;
    }

    private static void put(Map<String, JsonNode> values, Map.Entry<String, JsonNode> value) {
        if (!value.getValue().isNull()) {
            values.put(value.getKey(), value.getValue());
        }
    }

    /** A scalar's text; null for none. */
    public static @Nullable String text(@Nullable String json) {
        return json == null
                ? null
                : Objects.requireNonNullElse(JSON.readTree(json).asString(null), null);
    }

    /** Whether a JSON value is {@code true}; null for none. */
    public static @Nullable Boolean truth(@Nullable String json) {
        return json == null ? null : json.equals("true");
    }

    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }
}
