package io.rollbook.projections.order;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What values of a key are in SQL. */
public enum KeyKind {
    /** Compared byte by byte. */
    TEXT("text") {
        @Override
        @Nullable String read(ResultSet row, String column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object argument(String key) {
            return key;
        }
    },
    NUMBER("numeric") {
        @Override
        @Nullable String read(ResultSet row, String column) throws SQLException {
            BigDecimal number = row.getBigDecimal(column);
            return number == null ? null : number.toString();
        }

        @Override
        Object argument(String key) {
            return new BigDecimal(key);
        }
    },
    MOMENT("timestamptz") {
        @Override
        @Nullable String read(ResultSet row, String column) throws SQLException {
            var moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant().toString();
        }

        @Override
        Object argument(String key) {
            return Instant.parse(key);
        }
    };

    private final String sqlType;

    KeyKind(String sqlType) {
        this.sqlType = sqlType;
    }

    String sqlType() {
        return sqlType;
    }

    /** As a {@link Position} keeps it. */
    abstract @Nullable String read(ResultSet row, String column) throws SQLException;

    /** The inverse, for a statement. */
    abstract Object argument(String key);
}
