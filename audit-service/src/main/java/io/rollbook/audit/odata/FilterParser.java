package io.rollbook.audit.odata;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.util.Locale;

/**
 * Reads a filter: {@code or} binds weaker than {@code and}, {@code and} weaker than {@code not}.
 * Keywords may have any case; the names of properties may not.
 */
public final class FilterParser {

    /** Longer and deeper filters are refused, not parsed. */
    public static final int MOST_CHARACTERS = 8_000;

    public static final int MOST_DEPTH = 32;

    /** Each condition is one more index to look into. */
    public static final int MOST_CONDITIONS = 64;

    private final Lexer lexer;
    private Token token = new Token.End();
    private int depth;
    private int conditions;

    private FilterParser(String text) {
        this.lexer = new Lexer(text);
    }

    public static Outcome<Expression> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return refused("A filter has at most %d characters.".formatted(MOST_CHARACTERS));
        }
        try {
            var parser = new FilterParser(text);
            parser.advance();
            var expression = parser.disjunction();
            return parser.token instanceof Token.End
                    ? Outcome.accepted(expression)
                    : refused(parser.unexpected().sentence());
        } catch (Malformed malformed) {
            return refused(malformed.sentence());
        }
    }

    private static Outcome<Expression> refused(String sentence) {
        return Outcome.refused(ScimError.of(400, sentence));
    }

    private void advance() throws Malformed {
        token = lexer.next();
    }

    private Expression disjunction() throws Malformed {
        var left = conjunction();
        while (isKeyword("or")) {
            advance();
            left = new Expression.Or(left, conjunction());
        }
        return left;
    }

    private Expression conjunction() throws Malformed {
        var left = operand();
        while (isKeyword("and")) {
            advance();
            left = new Expression.And(left, operand());
        }
        return left;
    }

    private Expression operand() throws Malformed {
        if (++depth > MOST_DEPTH) {
            throw new Malformed("A filter is nested at most %d levels.".formatted(MOST_DEPTH));
        }
        Expression operand;
        if (isKeyword("not")) {
            advance();
            operand = new Expression.Not(operand());
        } else if (isSign('(')) {
            advance();
            operand = disjunction();
            expect(')');
        } else {
            operand = condition();
        }
        depth--;
        return operand;
    }

    private Expression condition() throws Malformed {
        if (++conditions > MOST_CONDITIONS) {
            throw new Malformed("A filter has at most %d conditions.".formatted(MOST_CONDITIONS));
        }
        if (!(token instanceof Token.Word(var name))) {
            throw unexpected();
        }
        advance();
        return isSign('(') ? match(name) : comparison(name);
    }

    private Expression match(String function) throws Malformed {
        var place =
                switch (function.toLowerCase(Locale.ROOT)) {
                    case "contains" -> Expression.Place.CONTAINS;
                    case "startswith" -> Expression.Place.STARTSWITH;
                    default ->
                            throw new Malformed(
                                    "The functions of a filter are contains and startswith.");
                };
        advance();
        if (!(token instanceof Token.Word(var property))) {
            throw unexpected();
        }
        advance();
        expect(',');
        if (!(token instanceof Token.Quoted(var text))) {
            throw unexpected();
        }
        advance();
        expect(')');
        return new Expression.Match(place, property, text);
    }

    private Expression comparison(String property) throws Malformed {
        if (!(token instanceof Token.Word(var keyword))) {
            throw unexpected();
        }
        var operator =
                switch (keyword.toLowerCase(Locale.ROOT)) {
                    case "eq" -> Expression.Operator.EQ;
                    case "ne" -> Expression.Operator.NE;
                    case "gt" -> Expression.Operator.GT;
                    case "ge" -> Expression.Operator.GE;
                    case "lt" -> Expression.Operator.LT;
                    case "le" -> Expression.Operator.LE;
                    default ->
                            throw new Malformed(
                                    "The operators of a filter are eq, ne, gt, ge, lt and le.");
                };
        advance();
        return new Expression.Comparison(property, operator, literal());
    }

    private Literal literal() throws Malformed {
        var literal =
                switch (token) {
                    case Token.Quoted(var text) -> new Literal.Text(text);
                    case Token.Moment(var time) -> new Literal.Time(time);
                    case Token.Word(var word) when word.equals("null") -> new Literal.Null();
                    case Token.Word _, Token.Sign _, Token.End _ -> throw unexpected();
                };
        advance();
        return literal;
    }

    private boolean isKeyword(String keyword) {
        return token instanceof Token.Word(var text) && text.equalsIgnoreCase(keyword);
    }

    private boolean isSign(char sign) {
        return token instanceof Token.Sign(var character) && character == sign;
    }

    private void expect(char sign) throws Malformed {
        if (!isSign(sign)) {
            throw unexpected();
        }
        advance();
    }

    private Malformed unexpected() {
        return new Malformed(
                token instanceof Token.End
                        ? "The filter ends too early."
                        : "The filter cannot be read before character %d."
                                .formatted(lexer.place() + 1));
    }
}
