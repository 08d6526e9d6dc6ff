package io.rollbook.provisioning.register;

import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.origin.Origin;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** Which connections a tenant has, and their settings; their names are unique within it. */
public final class ConnectionRegister {

    private static final RowMapper<ConnectionEntry> ENTRY =
            (row, number) ->
                    new ConnectionEntry(
                            row.getString("tenant"),
                            row.getString("connection"),
                            row.getString("name"),
                            SettingsColumn.read(row.getString("settings")),
                            row.getTimestamp("created_at").toInstant(),
                            row.getString("created_by"));

    private final JdbcClient jdbc;

    public ConnectionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return false when the name is taken
     */
    public boolean add(String tenantId, String connectionId, String name, Origin origin) {
        return jdbc.sql(
                                """
                                insert into connection_register
                                    (tenant, connection, name, created_at, created_by)
                                values (?, ?, ?, ?, ?) on conflict (tenant, name) do nothing
                                """)
                        .param(tenantId)
                        .param(connectionId)
                        .param(name)
                        .param(Timestamp.from(origin.receivedAt()))
                        .param(origin.actorId())
                        .update()
                == 1;
    }

    public void remove(String tenantId, String connectionId) {
        jdbc.sql("delete from connection_register where tenant = ? and connection = ?")
                .params(tenantId, connectionId)
                .update();
    }

    public void configure(String tenantId, String connectionId, ConnectionSettings settings) {
        jdbc.sql(
                        """
                        update connection_register set settings = ?
                        where tenant = ? and connection = ?
                        """)
                .params(SettingsColumn.write(settings), tenantId, connectionId)
                .update();
    }

    public Optional<String> idOf(String tenantId, String name) {
        return jdbc.sql("select connection from connection_register where tenant = ? and name = ?")
                .params(tenantId, name)
                .query(String.class)
                .optional();
    }

    public Optional<ConnectionEntry> find(String tenantId, String nameOrId) {
        return jdbc.sql(
                        """
                        select tenant, connection, name, settings, created_at, created_by
                        from connection_register
                        where tenant = ? and (name = ? or connection = ?)
                        order by name = ? desc limit 1
                        """)
                .params(tenantId, nameOrId, nameOrId, nameOrId)
                .query(ENTRY)
                .optional();
    }

    /**
     * In the order of their names.
     *
     * @param after a name that the page begins behind
     */
    public List<ConnectionEntry> page(String tenantId, String after, int count) {
        return jdbc.sql(
                        """
                        select tenant, connection, name, settings, created_at, created_by
                        from connection_register
                        where tenant = ? and name > ? order by name limit ?
                        """)
                .params(tenantId, after, count)
                .query(ENTRY)
                .list();
    }
}
