package io.rollbook.provisioning.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

/** Which connections a tenant has; their names are unique within it. */
public final class ConnectionRegister {

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

    public Optional<String> idOf(String tenantId, String name) {
        return jdbc.sql("select connection from connection_register where tenant = ? and name = ?")
                .params(tenantId, name)
                .query(String.class)
                .optional();
    }
}
