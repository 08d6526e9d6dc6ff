package io.rollbook.projections.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of SQL with its arguments in order. The text is put together from constants of this
 * program only; whatever comes from outside is an argument.
 *
 * @param arguments strings, numbers, instants, and arrays of strings, longs, instants or bytes
 */
public record Sql(String text, List<Object> arguments) {

    public Sql {
        arguments = List.copyOf(arguments);
    }

    public static Sql of(String text, Object... arguments) {
        return new Sql(text, List.of(arguments));
    }

    /** The pieces one after the other, with a text between each two. */
    public static Sql join(String between, List<Sql> pieces) {
        var text = new StringBuilder();
        var arguments = new ArrayList<Object>();
        for (var piece : pieces) {
            if (!text.isEmpty()) {
                text.append(between);
            }
            text.append(piece.text);
            arguments.addAll(piece.arguments);
        }
        return new Sql(text.toString(), arguments);
    }

    public Sql then(String more, Object... moreArguments) {
        return then(of(more, moreArguments));
    }

    public Sql then(Sql more) {
        var all = new ArrayList<>(arguments);
        all.addAll(more.arguments);
        return new Sql(text + more.text, all);
    }

    /** The same between an opening and a closing text. */
    public Sql within(String opening, String closing) {
        return new Sql(opening + text + closing, arguments);
    }

    /** Runs it as a change; says how many rows it touched. */
    public int update(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            bind(statement, 1);
            return statement.executeUpdate();
        }
    }

    /** Runs it as a question, or as a change that returns rows. */
    public <T> T query(Connection connection, RowReader<T> reader) throws SQLException {
        try (var statement = connection.prepareStatement(text)) {
            bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                return reader.read(rows);
            }
        }
    }

    void bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (var argument : arguments) {
            bind(statement, index++, argument);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object argument)
            throws SQLException {
        var connection = statement.getConnection();
        switch (argument) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case String[] texts ->
                    statement.setArray(index, connection.createArrayOf("text", texts));
            case Long[] numbers ->
                    statement.setArray(index, connection.createArrayOf("bigint", numbers));
            case byte[][] bytes ->
                    statement.setArray(index, connection.createArrayOf("bytea", bytes));
            default -> statement.setObject(index, argument);
        }
    }

    /** Without the arguments: they may be personal data. */
    @Override
    public String toString() {
        return "Sql[" + text + ", " + arguments.size() + " arguments]";
    }
}
