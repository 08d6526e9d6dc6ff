package io.rollbook.projections.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * Asks one question in the name of one tenant. Thread-safe.
 *
 * <p>The tenant is set and the question asked in one message to the server, which runs both in one
 * transaction: one round trip, and the setting is gone when the answer is there.
 */
public final class TenantQueries {

    private static final String ENTER = "select set_config('rollbook.tenant', ?, true); ";

    private final DataSource dataSource;

    public TenantQueries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @throws io.rollbook.scim.seam.Unavailable when the database is away
     */
    public <T> T ask(String tenantId, Sql question, RowReader<T> reader) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(ENTER + question.text())) {
            statement.setString(1, tenantId);
            question.bind(statement, 2);
            statement.execute();
            if (!statement.getMoreResults()) {
                throw new SQLException("The question has no result: " + question);
            }
            try (var rows = statement.getResultSet()) {
                return reader.read(rows);
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of("asking the read models", e);
        }
    }
}
