package io.rollbook.provisioning.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** A connection that sees all tenants, and what is asked by it. */
final class Recorded implements AutoCloseable {

    private final List<String> statements = new ArrayList<>();
    private final Connection connection;
    private final JdbcClient jdbc;

    Recorded(DataSource database) throws SQLException {
        connection = database.getConnection();
        try (var scope = connection.createStatement()) {
            scope.execute("select set_config('rollbook.scope', 'all', false)");
        }
        jdbc = JdbcClient.create(new SingleConnectionDataSource(watched(), true));
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** What this asks the database, statement by statement. */
    List<String> during(Runnable question) {
        statements.clear();
        question.run();
        return List.copyOf(statements);
    }

    private Connection watched() {
        return (Connection)
                Proxy.newProxyInstance(
                        Recorded.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().startsWith("prepare")) {
                                statements.add(String.valueOf(arguments[0]));
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Override
    public void close() throws SQLException {
        try (var scope = connection.createStatement()) {
            scope.execute("reset rollbook.scope");
        }
        connection.close();
    }
}
