package io.rollbook.audit.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;

/** Many rows with few round trips: the driver joins them into statements of many rows each. */
final class Batch {

    private static final int SIZE = 1_000;

    private Batch() {}

    static void insert(JdbcTemplate transaction, String statement, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        transaction.batchUpdate(
                statement,
                rows,
                SIZE,
                (prepared, row) -> {
                    for (int column = 0; column < row.length; column++) {
                        prepared.setObject(column + 1, row[column]);
                    }
                });
    }
}
