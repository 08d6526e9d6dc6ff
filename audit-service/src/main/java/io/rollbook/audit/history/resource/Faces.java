package io.rollbook.audit.history.resource;

import org.springframework.jdbc.core.JdbcTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The faces of many resources at one event, with one statement. */
public final class Faces {

    private static final String FIND =
            """
            select w.id, r.created_number, r.deleted_number,
                case when a.found then a.value else r.active end as active,
                case when d.found then d.value else r.display_name end as display_name,
                case when u.found then u.value else r.user_name end as user_name
            from unnest(?) as w (id)
            cross join lateral (select * from history_resource
                where tenant = ? and id = w.id offset 0) as r
            left join lateral (select true as found, value from history_attribute
                where tenant = ? and resource_id = w.id and path = 'active' and number <= ?
                order by million desc, number desc limit 1) as a on true
            left join lateral (select true as found, value from history_attribute
                where tenant = ? and resource_id = w.id and path = 'displayName' and number <= ?
                order by million desc, number desc limit 1) as d on true
            left join lateral (select true as found, value from history_attribute
                where tenant = ? and resource_id = w.id and path = 'userName' and number <= ?
                order by million desc, number desc limit 1) as u on true
            """;

    private Faces() {}

    /** By id, without those that the tenant never had. */
    public static Map<String, Face> at(
            JdbcTemplate transaction, String tenant, Collection<String> ids, long number) {
        var faces = new HashMap<String, Face>();
        transaction.query(
                FIND,
                row -> {
                    var face = read(row, number);
                    faces.put(face.id(), face);
                },
                ids.stream().distinct().toArray(String[]::new),
                tenant,
                tenant,
                number,
                tenant,
                number,
                tenant,
                number);
        return faces;
    }

    private static Face read(ResultSet row, long number) throws SQLException {
        var deleted = row.getObject("deleted_number", Long.class);
        var state = Life.State.PRESENT;
        if (number < row.getLong("created_number")) {
            state = Life.State.NOT_YET;
        } else if (deleted != null && number >= deleted) {
            state = Life.State.DELETED;
        }
        var display = AttributeValues.text(row.getString("display_name"));
        return new Face(
                row.getString("id"),
                state,
                display == null ? AttributeValues.text(row.getString("user_name")) : display,
                AttributeValues.truth(row.getString("active")));
    }
}
