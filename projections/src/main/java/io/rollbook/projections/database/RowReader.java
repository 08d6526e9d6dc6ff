package io.rollbook.projections.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes an answer of all rows. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet rows) throws SQLException;
}
