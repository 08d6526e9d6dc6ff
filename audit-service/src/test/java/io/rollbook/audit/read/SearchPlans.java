package io.rollbook.audit.read;

import io.rollbook.audit.database.LogDatabase;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/** How PostgreSQL carries a search out. */
public final class SearchPlans {

    private SearchPlans() {}

    public static JsonNode explain(LogDatabase database, String tenant, Search search) {
        var statement = EntryStatement.search(tenant, search);
        return database.read(
                tenant,
                transaction ->
                        JsonMapper.shared()
                                .readTree(
                                        transaction.queryForObject(
                                                "explain (analyze, format json) " + statement.sql(),
                                                String.class,
                                                statement.arguments().toArray())));
    }

    /** Positions of the entries that it finds, in its order. */
    public static List<Long> positions(LogDatabase database, String tenant, Search search) {
        var statement = EntryStatement.search(tenant, search);
        return database.read(
                tenant,
                transaction ->
                        transaction.query(
                                statement.sql(),
                                (row, index) -> row.getLong("position"),
                                statement.arguments().toArray()));
    }

    /** Rows that the scans of a plan gave or dropped. */
    public static double rowsRead(JsonNode plan) {
        double rows = 0;
        for (var node : plan.findParents("Node Type")) {
            if (node.required("Node Type").asString().contains("Scan")) {
                rows += node.path("Actual Rows").asDouble() * node.path("Actual Loops").asDouble();
                rows += node.path("Rows Removed by Filter").asDouble();
                rows += node.path("Rows Removed by Index Recheck").asDouble();
            }
        }
        return rows;
    }
}
