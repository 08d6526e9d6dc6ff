package io.rollbook.audit.graph.filter;

import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.Expression.Operator;
import io.rollbook.audit.odata.Expression.Place;
import io.rollbook.audit.odata.Literal;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes SQL of a filter. Text of the statement comes from here only; what the filter says is bound.
 * A negation is carried to the conditions, so that what has no value is never lost between true and
 * false.
 */
public final class FilterCompiler {

    /** A condition with its arguments, for the rows of one tenant. */
    public record Compiled(String sql, List<Object> arguments) {}

    private static final String NOTHING = "false";
    private static final String EVERYTHING = "true";

    private final String tenant;
    private final Supplier<String> tenantName;
    private final Function<String, Optional<List<String>>> names;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    /**
     * @param names the names that a pattern of {@code like} matches; empty for too many
     */
    public FilterCompiler(
            String tenant,
            Supplier<String> tenantName,
            Function<String, Optional<List<String>>> names) {
        this.tenant = tenant;
        this.tenantName = tenantName;
        this.names = names;
    }

    public Outcome<Compiled> compile(Expression filter) {
        try {
            add(filter, false);
            return Outcome.accepted(new Compiled(sql.toString(), List.copyOf(arguments)));
        } catch (Unfilterable unfilterable) {
            return Outcome.refused(ScimError.of(400, unfilterable.sentence()));
        }
    }

    private void add(Expression expression, boolean negated) throws Unfilterable {
        switch (expression) {
            case Expression.And(var left, var right) ->
                    both(left, negated ? " or " : " and ", right, negated);
            case Expression.Or(var left, var right) ->
                    both(left, negated ? " and " : " or ", right, negated);
            case Expression.Not(var operand) -> add(operand, !negated);
            case Expression.Comparison(var path, var operator, var literal) ->
                    compare(path, negated ? operator.opposite() : operator, literal);
            case Expression.Match(var place, var path, var text) ->
                    match(place, path, text, negated);
        }
    }

    private void both(Expression left, String joint, Expression right, boolean negated)
            throws Unfilterable {
        sql.append('(');
        add(left, negated);
        sql.append(joint);
        add(right, negated);
        sql.append(')');
    }

    private void compare(String path, Operator operator, Literal literal) throws Unfilterable {
        switch (property(path)) {
            case Property.Moment(var column) -> moment(path, column, operator, literal);
            case Property.Text(var column) -> equal(column, path, operator, literal);
            case Property.Name(var column) -> equal(column, path, operator, literal);
            case Property.Connection(var column) -> connection(column, path, operator, literal);
            case Property.Choice choice -> {
                var wanted = text(path, operator, literal);
                choice(
                        choice,
                        (shown, word) -> shown.equals(word),
                        wanted,
                        operator == Operator.NE);
            }
            case Property.Constant constant -> {
                boolean same = valueOf(constant).equals(text(path, operator, literal));
                sql.append(same == (operator == Operator.EQ) ? EVERYTHING : NOTHING);
            }
        }
    }

    private void match(Place place, String path, String text, boolean negated) throws Unfilterable {
        BiPredicate<String, String> matches =
                place == Place.CONTAINS ? String::contains : String::startsWith;
        switch (property(path)) {
            case Property.Moment _ ->
                    throw new Unfilterable(path + " is a time; compare it with gt, ge, lt or le.");
            case Property.Text(var column) -> like(column, pattern(place, text), negated);
            case Property.Name(var column) -> name(column, pattern(place, text), negated);
            case Property.Connection(var column) -> {
                sql.append(negated ? "not " : "").append("(actor_kind = 'connection' and ");
                like(column, pattern(place, text), false);
                sql.append(')');
            }
            case Property.Choice choice -> choice(choice, matches, text, negated);
            case Property.Constant constant ->
                    sql.append(
                            matches.test(valueOf(constant), text) == negated
                                    ? NOTHING
                                    : EVERYTHING);
        }
    }

    private static Property property(String path) throws Unfilterable {
        return Property.at(path)
                .orElseThrow(
                        () ->
                                new Unfilterable(
                                        "The filter names no property of an entry that can be"
                                                + " filtered by; those are "
                                                + String.join(
                                                        ", ",
                                                        Property.BY_PATH.keySet().stream()
                                                                .sorted()
                                                                .toList())
                                                + "."));
    }

    private String valueOf(Property.Constant constant) {
        return switch (constant) {
            case TENANT_ID -> tenant;
            case TENANT_NAME -> tenantName.get();
        };
    }

    /** What has no value is shown as an empty text, and found by one. */
    private static String text(String path, Operator operator, Literal literal)
            throws Unfilterable {
        if (operator != Operator.EQ && operator != Operator.NE) {
            throw new Unfilterable(path + " can be compared with eq and ne only.");
        }
        return switch (literal) {
            case Literal.Text(var text) -> text;
            case Literal.Null() -> "";
            case Literal.Time _ ->
                    throw new Unfilterable(path + " is compared with a text in single quotes.");
        };
    }

    private void equal(String column, String path, Operator operator, Literal literal)
            throws Unfilterable {
        var text = text(path, operator, literal);
        if (text.isEmpty()) {
            sql.append(column).append(operator == Operator.EQ ? " is null" : " is not null");
        } else {
            sql.append(column).append(operator == Operator.EQ ? " = ?" : " is distinct from ?");
            arguments.add(storable(text));
        }
    }

    private void connection(String column, String path, Operator operator, Literal literal)
            throws Unfilterable {
        var text = text(path, operator, literal);
        boolean equal = operator == Operator.EQ;
        if (text.isEmpty()) {
            sql.append(equal ? "not " : "").append("(actor_kind = 'connection' and ");
            sql.append(column).append(" is not null)");
        } else {
            sql.append(equal ? "" : "not ").append("(actor_kind = 'connection' and ");
            sql.append(column).append(equal ? " = ?)" : " is not distinct from ?)");
            arguments.add(storable(text));
        }
    }

    private void moment(String path, String column, Operator operator, Literal literal)
            throws Unfilterable {
        if (!(literal instanceof Literal.Time(var time))) {
            throw new Unfilterable(
                    path + " is compared with a time such as 2026-11-23T10:15:30Z, unquoted.");
        }
        var sign =
                switch (operator) {
                    case EQ -> "=";
                    case NE -> "<>";
                    case GT -> ">";
                    case GE -> ">=";
                    case LT -> "<";
                    case LE -> "<=";
                };
        sql.append(column).append(' ').append(sign).append(" ?");
        arguments.add(time.atOffset(ZoneOffset.UTC));
    }

    private void choice(
            Property.Choice choice,
            BiPredicate<String, String> matches,
            String text,
            boolean negated) {
        var wanted = text.toLowerCase(Locale.ROOT);
        var stored =
                choice.storedByShown().entrySet().stream()
                        .filter(
                                word ->
                                        matches.test(
                                                word.getKey().toLowerCase(Locale.ROOT), wanted))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toArray(String[]::new);
        if (text.isEmpty() && stored.length == 0) {
            sql.append(choice.column()).append(negated ? " is not null" : " is null");
        } else if (negated) {
            sql.append("coalesce(").append(choice.column()).append(" = any (?), false) = false");
            arguments.add(stored);
        } else if (stored.length == 1) {
            // Equality, and not a list of one, is what an index serves in order.
            sql.append(choice.column()).append(" = ?");
            arguments.add(stored[0]);
        } else {
            sql.append(choice.column()).append(" = any (?)");
            arguments.add(stored);
        }
    }

    private void name(String column, String pattern, boolean negated) {
        var known = negated ? Optional.<List<String>>empty() : names.apply(pattern);
        if (known.isEmpty()) {
            like(column, pattern, negated);
        } else {
            sql.append(column).append(" = any (?)");
            arguments.add(known.get().toArray(String[]::new));
        }
    }

    private void like(String column, String pattern, boolean negated) {
        sql.append(negated ? "coalesce(" : "").append(column);
        sql.append(negated ? ", '') not like ?" : " like ?");
        arguments.add(pattern);
    }

    private static String pattern(Place place, String text) {
        var literal = storable(text).replaceAll("([\\\\%_])", "\\\\$1");
        return place == Place.CONTAINS ? "%" + literal + "%" : literal + "%";
    }

    /** As the log stores what cannot be stored. */
    private static String storable(String text) {
        return text.replaceAll("[\\x{0}\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }
}
