package io.rollbook.projections.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Several statements that go to the server in one message and are carried out in order; each sees
 * what those before it did. The wait for an answer is most of what a small statement costs. Used
 * once, by one thread.
 */
public final class RoundTrip {

    private final List<Sql> statements = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** What is done with the result of one statement. */
    private interface Step {
        void read(PreparedStatement statement) throws SQLException;
    }

    /** A statement of whose result nothing is wanted. */
    public void add(Sql statement) {
        statements.add(statement);
        steps.add(ignored -> {});
    }

    /**
     * @return the answer, once this has run
     */
    public <T> Supplier<T> ask(Sql question, RowReader<T> reader) {
        var answer = new ArrayList<T>(1);
        statements.add(question);
        steps.add(
                statement -> {
                    try (var rows = statement.getResultSet()) {
                        answer.add(reader.read(rows));
                    }
                });
        return answer::getFirst;
    }

    /** Does nothing when there is nothing to do. */
    public void run(Connection connection) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        var all = Sql.join("; ", statements);
        try (var statement = connection.prepareStatement(all.text())) {
            all.bind(statement, 1);
            statement.execute();
            for (int i = 0; i < steps.size(); i++) {
                if (i > 0) {
                    statement.getMoreResults();
                }
                steps.get(i).read(statement);
            }
        }
    }
}
