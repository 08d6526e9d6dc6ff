package io.rollbook.audit.graph.filter;

import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.Expression.Operator;
import io.rollbook.audit.odata.Literal;
import io.rollbook.audit.read.Alternative;
import io.rollbook.audit.read.TextMatch;
import io.rollbook.audit.read.Vocabulary;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes SQL of a filter. Text of the statement comes from here only; what the filter says is bound.
 * A negation is carried to the conditions, so that what has no value is never lost between true and
 * false.
 */
public final class FilterCompiler {

    /** More values than these are so common that walking through the log soon finds enough. */
    private static final int MOST_VALUES = 1_000;

    private final String tenant;
    private final Vocabulary vocabulary;

    /**
     * @param vocabulary of the tenant
     */
    public FilterCompiler(String tenant, Vocabulary vocabulary) {
        this.tenant = tenant;
        this.vocabulary = vocabulary;
    }

    /** Together the alternatives have exactly the entries that the filter lets through. */
    public Outcome<List<Alternative>> compile(Expression filter) {
        try {
            return Outcome.accepted(Alternatives.of(term(filter, false)));
        } catch (Unfilterable unfilterable) {
            return Outcome.refused(ScimError.of(400, unfilterable.sentence()));
        }
    }

    private Term term(Expression expression, boolean negated) throws Unfilterable {
        return switch (expression) {
            case Expression.And(var left, var right) ->
                    negated
                            ? Term.either(term(left, true), term(right, true))
                            : Term.both(term(left, false), term(right, false));
            case Expression.Or(var left, var right) ->
                    negated
                            ? Term.both(term(left, true), term(right, true))
                            : Term.either(term(left, false), term(right, false));
            case Expression.Not(var operand) -> term(operand, !negated);
            case Expression.Comparison(var path, var operator, var literal) ->
                    compare(path, negated ? operator.opposite() : operator, literal);
            case Expression.Match(var place, var path, var text) ->
                    match(
                            path,
                            place == Expression.Place.CONTAINS
                                    ? new TextMatch.Contains(storable(text))
                                    : new TextMatch.Begins(storable(text)),
                            negated);
        };
    }

    private Term compare(String path, Operator operator, Literal literal) throws Unfilterable {
        boolean equal = operator == Operator.EQ;
        return switch (property(path)) {
            case Property.Moment(var column) -> moment(path, column, operator, literal);
            case Property.Text(var column) -> equal(column, text(path, operator, literal), equal);
            case Property.Shared shared ->
                    equal(shared.column(), text(path, operator, literal), equal);
            case Property.Actor actor -> {
                var wanted = text(path, operator, literal);
                yield actors(actor, shown -> sameAs(wanted, shown, actor.anyCase()) == equal);
            }
            case Property.Choice choice -> {
                var wanted = text(path, operator, literal);
                yield choice(choice, word -> word.equalsIgnoreCase(wanted) == equal);
            }
            case Property.Constant constant ->
                    Term.Constant.of(
                            valueOf(constant).equals(text(path, operator, literal)) == equal);
        };
    }

    private static boolean sameAs(String wanted, String shown, boolean anyCase) {
        return anyCase ? wanted.equalsIgnoreCase(shown) : wanted.equals(shown);
    }

    private Term match(String path, TextMatch match, boolean negated) throws Unfilterable {
        return switch (property(path)) {
            case Property.Moment _ ->
                    throw new Unfilterable(path + " is a time; compare it with gt, ge, lt or le.");
            case Property.Text(var column) -> like(column, match, negated);
            case Property.Shared shared ->
                    negated ? like(shared.column(), match, true) : among(shared, match);
            case Property.Actor actor ->
                    actors(
                            actor,
                            shown ->
                                    (actor.anyCase() ? anyCase(match) : match)
                                                    .matches(cased(actor, shown))
                                            != negated);
            case Property.Choice choice ->
                    choice(
                            choice,
                            word ->
                                    anyCase(match).matches(word.toLowerCase(Locale.ROOT))
                                            != negated);
            case Property.Constant constant ->
                    Term.Constant.of(match.matches(valueOf(constant)) != negated);
        };
    }

    private static String cased(Property.Actor actor, String shown) {
        return actor.anyCase() ? shown.toLowerCase(Locale.ROOT) : shown;
    }

    private static TextMatch anyCase(TextMatch match) {
        var text = match.text().toLowerCase(Locale.ROOT);
        return switch (match) {
            case TextMatch.Begins _ -> new TextMatch.Begins(text);
            case TextMatch.Contains _ -> new TextMatch.Contains(text);
        };
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
            case TENANT_NAME -> vocabulary.tenantName();
        };
    }

    /** What has no value is shown as an empty text, and found by one. */
    private static String text(String path, Operator operator, Literal literal)
            throws Unfilterable {
        if (operator != Operator.EQ && operator != Operator.NE) {
            throw new Unfilterable(path + " can be compared with eq and ne only.");
        }
        return switch (literal) {
            case Literal.Text(var text) -> storable(text);
            case Literal.Null() -> "";
            case Literal.Time _ ->
                    throw new Unfilterable(path + " is compared with a text in single quotes.");
        };
    }

    private static Term equal(String column, String text, boolean equal) {
        if (text.isEmpty()) {
            return equal ? new Term.Absent(column) : condition(column + " is not null");
        }
        return equal
                ? Term.oneOf(column, List.of(text))
                : condition(column + " is distinct from ?", text);
    }

    private static Term moment(String path, String column, Operator operator, Literal literal)
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
        return condition(column + " " + sign + " ?", time.atOffset(ZoneOffset.UTC));
    }

    private static Term choice(Property.Choice choice, Predicate<String> wanted) {
        var words = choice.words().stream().filter(wanted).toList();
        boolean none = wanted.test("");
        if (words.size() == choice.words().size()
                && (none || choice.none() == Term.Constant.NOTHING)) {
            return Term.Constant.EVERYTHING;
        }
        var some = Term.oneOf(choice.column(), words);
        return none ? Term.either(some, choice.none()) : some;
    }

    /** Those who have acted are few: the filter asks for them instead of for what is shown. */
    private Term actors(Property.Actor property, Predicate<String> wanted) {
        return ActorTerm.of(
                vocabulary.actors(), actor -> wanted.test(property.shown().apply(actor)));
    }

    private Term among(Property.Shared shared, TextMatch match) {
        if (match.text().isEmpty()) {
            return Term.Constant.EVERYTHING;
        }
        Optional<List<String>> known =
                switch (shared) {
                    case NAME -> vocabulary.names(match, MOST_VALUES);
                    case CYCLE -> vocabulary.cycles(match, MOST_VALUES);
                };
        return known.map(values -> Term.oneOf(shared.column(), values))
                .orElseGet(() -> like(shared.column(), match, false));
    }

    private static Term like(String column, TextMatch match, boolean negated) {
        if (match.text().isEmpty()) {
            return Term.Constant.of(!negated);
        }
        var like = match.condition(column);
        return new Term.Condition(
                negated ? "(" + column + " is null or not " + "(" + like + "))" : like,
                match.arguments());
    }

    private static Term condition(String sql, Object... arguments) {
        return new Term.Condition(sql, List.of(arguments));
    }

    /** As the log stores what cannot be stored. */
    private static String storable(String text) {
        return text.replaceAll("[\\x{0}\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }
}
