package io.rollbook.audit.graph.filter;

import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.Expression.Operator;
import io.rollbook.audit.odata.Literal;
import io.rollbook.audit.read.Alternative;
import io.rollbook.audit.read.Clause;
import io.rollbook.audit.read.EntryKind;
import io.rollbook.audit.read.Key;
import io.rollbook.audit.read.SubjectPart;
import io.rollbook.audit.read.TextMatch;
import io.rollbook.audit.read.Vocabulary;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Makes SQL of a filter. Text of the statement comes from here only; what the filter says is bound.
 * A negation is carried to the conditions, so that what has no value is never lost between true and
 * false.
 */
public final class FilterCompiler {

    private final String tenant;
    private final Vocabulary vocabulary;
    private @Nullable List<EntryKind> kinds;

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
            case Property.Own _ -> equal(Key.ID, text(path, operator, literal), equal);
            case Property.Cycle _ -> equal(Key.CYCLE, text(path, operator, literal), equal);
            case Property.Subject(var part) ->
                    subject(part, new TextMatch.Equals(text(path, operator, literal)), !equal);
            case Property.OfKind property ->
                    kinds(property, new TextMatch.Equals(text(path, operator, literal)), !equal);
            case Property.Constant constant ->
                    Term.Constant.of(
                            valueOf(constant).equals(text(path, operator, literal)) == equal);
        };
    }

    private Term match(String path, TextMatch match, boolean negated) throws Unfilterable {
        return switch (property(path)) {
            case Property.Moment _ ->
                    throw new Unfilterable(path + " is a time; compare it with gt, ge, lt or le.");
            case Property.Own _ -> like(Key.ID.column(), match, negated);
            case Property.Cycle _ ->
                    negated ? like(Key.CYCLE.column(), match, true) : ofCycles(match);
            case Property.Subject(var part) -> subject(part, match, negated);
            case Property.OfKind property -> kinds(property, match, negated);
            case Property.Constant constant ->
                    Term.Constant.of(match.matches(valueOf(constant)) != negated);
        };
    }

    /** A tenant's kinds are few: the filter asks for them instead of for what is shown. */
    private Term kinds(Property.OfKind property, TextMatch match, boolean negated) {
        var wanted = property.anyCase() ? anyCase(match) : match;
        return kinds(
                kind -> {
                    var shown = property.shown().apply(kind);
                    var cased = property.anyCase() ? shown.toLowerCase(Locale.ROOT) : shown;
                    return wanted.matches(cased) != negated;
                });
    }

    private Term kinds(Predicate<EntryKind> wanted) {
        if (kinds == null) {
            kinds = vocabulary.kinds();
        }
        var chosen = kinds.stream().filter(wanted).map(EntryKind::id).toList();
        return chosen.size() == kinds.size()
                ? Term.Constant.EVERYTHING
                : Term.oneOf(Key.KIND, chosen);
    }

    private static TextMatch anyCase(TextMatch match) {
        var text = match.text().toLowerCase(Locale.ROOT);
        return switch (match) {
            case TextMatch.Begins _ -> new TextMatch.Begins(text);
            case TextMatch.Contains _ -> new TextMatch.Contains(text);
            case TextMatch.Equals _ -> new TextMatch.Equals(text);
        };
    }

    private Term subject(SubjectPart part, TextMatch match, boolean negated) {
        boolean equal = match instanceof TextMatch.Equals;
        if (match.text().isEmpty()) {
            return equal ? kinds(kind -> part.isIn(kind) == negated) : Term.Constant.of(!negated);
        }
        return negated ? without(part, match) : among(part, match);
    }

    private Term among(SubjectPart part, TextMatch match) {
        return vocabulary
                .subjects(part, match, most(part, match))
                .map(subjects -> Term.oneOf(Key.SUBJECT, subjects))
                .orElseGet(
                        () -> Term.both(kinds(part::isIn), like(part.ofEntries(), match, false)));
    }

    private static int most(SubjectPart part, TextMatch match) {
        if (match instanceof TextMatch.Equals) {
            return Vocabulary.MOST_ALIKE;
        }
        return part == SubjectPart.NAME ? Vocabulary.MOST_NAMED : Vocabulary.MOST_PARTLY;
    }

    private static Term without(SubjectPart part, TextMatch match) {
        return match instanceof TextMatch.Equals(var whole)
                ? condition(part.ofEntries(), " is distinct from ?", whole)
                : like(part.ofEntries(), match, true);
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

    private static Term equal(Key key, String text, boolean equal) {
        if (text.isEmpty()) {
            return equal ? new Term.Absent(key) : condition(key.column(), " is not null");
        }
        return equal
                ? Term.oneOf(key, List.of(text))
                : condition(key.column(), " is distinct from ?", text);
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
        return new Term.Moment(
                Clause.of(column, column + " " + sign + " ?", time.atOffset(ZoneOffset.UTC)));
    }

    private Term ofCycles(TextMatch match) {
        if (match.text().isEmpty()) {
            return Term.Constant.EVERYTHING;
        }
        return vocabulary
                .cycles(match, Vocabulary.MOST_PARTLY)
                .map(cycles -> Term.oneOf(Key.CYCLE, cycles))
                .orElseGet(() -> like(Key.CYCLE.column(), match, false));
    }

    private static Term like(String column, TextMatch match, boolean negated) {
        if (match.text().isEmpty()) {
            return Term.Constant.of(!negated);
        }
        var like = match.condition(column);
        return new Term.Condition(
                Clause.of(
                        column,
                        negated ? "(" + column + " is null or not " + "(" + like + "))" : like,
                        match.arguments().toArray()));
    }

    private static Term condition(String column, String comparison, Object... arguments) {
        return new Term.Condition(Clause.of(column, column + comparison, arguments));
    }

    /** As the log stores what cannot be stored. */
    private static String storable(String text) {
        return text.replaceAll("[\\x{0}\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }
}
