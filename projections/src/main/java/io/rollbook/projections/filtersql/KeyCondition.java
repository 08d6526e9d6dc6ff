package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.filter.Operator;

import java.util.Optional;

/**
 * What an ordered key must be when the text that it is the beginning of is to match. Keys are
 * compared byte by byte, and bytes of UTF-8 order as code points do.
 */
final class KeyCondition {

    private KeyCondition() {}

    /**
     * @param column the key
     * @param key the beginning of the operand
     * @return empty when the operator says nothing about the beginning
     */
    static Optional<Sql> of(String column, Operator operator, String key) {
        return switch (operator) {
            case EQ -> Optional.of(Sql.of(column + " = ?", key));
            case SW -> key.isEmpty() ? Optional.empty() : Optional.of(startsWith(column, key));
            case GT, GE -> Optional.of(Sql.of(column + " >= ?", key));
            case LT, LE -> Optional.of(Sql.of(column + " <= ?", key));
            case NE, CO, EW -> Optional.empty();
        };
    }

    private static Sql startsWith(String column, String key) {
        var from = Sql.of(column + " >= ?", key);
        return firstAfter(key)
                .map(end -> from.then(" and " + column + " < ?", end).within("(", ")"))
                .orElse(from);
    }

    /** The least text that is greater than all that begin with this one. */
    static Optional<String> firstAfter(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                return Optional.of(prefix.substring(0, end) + Character.toString(after(last)));
            }
        }
        return Optional.empty();
    }

    private static int after(int point) {
        return point + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : point + 1;
    }
}
