package io.rollbook.provisioning.register;

import io.rollbook.provisioning.connection.event.ConnectionSettings;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                            SettingsColumn.read(row.getString("settings")));

    private final JdbcClient jdbc;

    public ConnectionRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return false when the name is taken
     */
    public boolean add(String tenantId, String connectionId, String name) {
        return jdbc.sql(
                                """
                                insert into connection_register (tenant, connection, name)
                                values (?, ?, ?) on conflict (tenant, name) do nothing
                                """)
                        .params(tenantId, connectionId, name)
                        .update()
                == 1;
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
                        select tenant, connection, name, settings from connection_register
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
                        select tenant, connection, name, settings from connection_register
                        where tenant = ? and name > ? order by name limit ?
                        """)
                .params(tenantId, after, count)
                .query(ENTRY)
                .list();
    }
}
