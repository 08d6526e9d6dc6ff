package io.rollbook.projections.directory;

import io.rollbook.projections.database.RoundTrip;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.directory.fold.ResourceState;
import io.rollbook.scim.canonical.CanonicalAttributes;
import io.rollbook.scim.schema.ResourceType;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads and writes the rows of the users, or of the groups. */
final class ResourceRows {

    /** One look into the key's index for each id, however little the server knows of the table. */
    private static final String LOAD =
            """
            select r.* from unnest(?) as wanted (id) cross join lateral (
                select id, canonical, created, last_modified, version from {TABLE}
                where tenant = ? and id = wanted.id offset 0) as r
            """;

    private static final String SAVE =
            """
            insert into {TABLE} (tenant, id, name_key, external_id_key, display,
                                 created, last_modified, version, canonical, search)
            select ?, r.id, r.name_key, r.external_id_key, r.display,
                   r.created::timestamptz, r.last_modified::timestamptz, r.version,
                   r.canonical, r.search::jsonb
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                as r (id, name_key, external_id_key, display,
                      created, last_modified, version, canonical, search)
            on conflict (tenant, id) do update set
                name_key = excluded.name_key,
                external_id_key = excluded.external_id_key,
                display = excluded.display,
                last_modified = excluded.last_modified,
                version = excluded.version,
                canonical = excluded.canonical,
                search = excluded.search
            """;

    private static final String REMOVE = "delete from {TABLE} where tenant = ? and id = any (?)";

    private final String load;
    private final String save;
    private final String remove;

    /**
     * @param table the users or the groups
     */
    ResourceRows(Tables tables, String table) {
        this.load = tables.in(LOAD.replace("TABLE", table));
        this.save = tables.in(SAVE.replace("TABLE", table));
        this.remove = tables.in(REMOVE.replace("TABLE", table));
    }

    /**
     * Those that exist, by id.
     *
     * @param type asked for when the rows are there
     */
    Supplier<Map<String, ResourceState>> load(
            RoundTrip reads, String tenantId, Supplier<ResourceType> type, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map::of;
        }
        return reads.ask(
                Sql.of(load, ids.toArray(String[]::new), tenantId),
                rows -> {
                    var states = new HashMap<String, ResourceState>();
                    while (rows.next()) {
                        var state = state(type.get(), rows);
                        states.put(state.id(), state);
                    }
                    return states;
                });
    }

    void save(RoundTrip writes, String tenantId, List<ResourceRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        writes.add(
                Sql.of(
                        save,
                        tenantId,
                        texts(rows, row -> row.state().id()),
                        texts(rows, row -> row.form().nameKey()),
                        texts(rows, row -> row.form().externalIdKey()),
                        texts(rows, row -> row.form().display()),
                        texts(rows, row -> row.state().created().toString()),
                        texts(rows, row -> row.state().lastModified().toString()),
                        rows.stream().map(row -> row.state().version()).toArray(Long[]::new),
                        rows.stream().map(row -> row.form().canonical()).toArray(byte[][]::new),
                        texts(rows, row -> row.form().search())));
    }

    void remove(RoundTrip writes, String tenantId, Collection<String> ids) {
        if (!ids.isEmpty()) {
            writes.add(Sql.of(remove, tenantId, ids.toArray(String[]::new)));
        }
    }

    private static ResourceState state(ResourceType type, ResultSet row) throws SQLException {
        return new ResourceState(
                row.getString("id"),
                CanonicalAttributes.read(type, row.getBytes("canonical")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("last_modified", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static @Nullable String[] texts(
            List<ResourceRow> rows, Function<ResourceRow, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
