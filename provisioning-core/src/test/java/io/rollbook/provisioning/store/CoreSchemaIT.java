package io.rollbook.provisioning.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.provisioning.CoreDatabase;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.sql.SQLException;

/** A start asks Flyway where something may be to do, and nowhere else. */
@Execution(ExecutionMode.CONCURRENT)
class CoreSchemaIT {

    private final CoreDatabase database = new CoreDatabase("core_schema");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void asksForNothingMoreWhereTheseVeryMigrationsWereRunLast() throws SQLException {
        // What Flyway does not bear.
        asOwner("update flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThatCode(this::bring).doesNotThrowAnyException();

        asOwner("comment on table flyway_schema_history is 'those of another version'");

        assertThatThrownBy(this::bring).isInstanceOf(FlywayValidateException.class);

        asOwner("update flyway_schema_history set checksum = checksum - 1 where version = '1'");
        bring();
        asOwner("update flyway_schema_history set checksum = checksum + 1 where version = '1'");

        assertThatCode(this::bring).doesNotThrowAnyException();
    }

    private void bring() throws SQLException {
        var access = database.access();
        CoreSchema.bring(database.pool(), access.jdbcUrl(), access.user(), access.password());
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set role rollbook_core_tables");
            statement.execute(sql);
        }
    }
}
