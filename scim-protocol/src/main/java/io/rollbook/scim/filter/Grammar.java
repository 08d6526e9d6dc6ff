package io.rollbook.scim.filter;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.filter.Filter.And;
import io.rollbook.scim.filter.Filter.Comparison;
import io.rollbook.scim.filter.Filter.ElementMatches;
import io.rollbook.scim.filter.Filter.Not;
import io.rollbook.scim.filter.Filter.Or;
import io.rollbook.scim.filter.Filter.Present;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Recursive descent over one filter: grouping, then {@code not}, {@code and}, {@code or}. */
final class Grammar {
    private final Lexer lexer;
    private final Operands operands;
    private final int maxDepth;
    private int depth;
    private int closedAt;

    Grammar(Lexer lexer, Operands operands, int maxDepth) {
        this.lexer = lexer;
        this.operands = operands;
        this.maxDepth = maxDepth;
    }

    Filter whole(Scope scope) {
        Filter filter = alternatives(scope);
        if (lexer.peek() instanceof Token.End) {
            return filter;
        }
        throw unexpected("\"and\", \"or\" or the end");
    }

    private Filter alternatives(Scope scope) {
        return joined("or", () -> conjunction(scope), Or::new);
    }

    private Filter conjunction(Scope scope) {
        return joined("and", () -> term(scope), And::new);
    }

    private Filter joined(
            String keyword, Supplier<Filter> part, Function<List<Filter>, Filter> join) {
        Filter first = part.get();
        if (!lexer.peek().isWord(keyword)) {
            return first;
        }
        List<Filter> parts = new ArrayList<>();
        parts.add(first);
        while (lexer.peek().isWord(keyword)) {
            lexer.take();
            parts.add(part.get());
        }
        return join.apply(parts);
    }

    private Filter term(Scope scope) {
        if (lexer.peek().isMark('(')) {
            return enclosed(scope, ')');
        }
        if (!(lexer.peek() instanceof Token.Word word)) {
            throw unexpected("an attribute, \"not\" or \"(\"");
        }
        lexer.take();
        if (word.isWord("not") && lexer.peek().isMark('(')) {
            return new Not(enclosed(scope, ')'));
        }
        return lexer.peek().isMark('[') ? elementMatches(scope, word) : test(scope, word);
    }

    /** What stands between the mark that comes next and the one that closes it. */
    private Filter enclosed(Scope scope, char closing) {
        Token opening = lexer.take();
        if (++depth > maxDepth) {
            throw InvalidFilter.at(opening.at(), "nested deeper than " + maxDepth);
        }
        Filter inner = alternatives(scope);
        if (!lexer.peek().isMark(closing)) {
            throw unexpected("\"and\", \"or\" or \"" + closing + "\"");
        }
        depth--;
        closedAt = lexer.take().at();
        return inner;
    }

    private Filter elementMatches(Scope scope, Token.Word name) {
        AttributePath path = known(scope, name).orElseGet(() -> Unassigned.list(name.text()));
        Token opening = lexer.peek();
        if (scope instanceof Scope.Element || !path.target().isComplex()) {
            throw InvalidFilter.at(
                    opening.at(), "only a complex attribute is filtered by brackets, and once");
        }
        Scope element = new Scope.Element(path.attribute(), scope.isStrict());
        Filter inner = enclosed(element, ']');
        if (lexer.peek() instanceof Token.Word word
                && word.at() == closedAt + 1
                && word.text().startsWith(".")) {
            lexer.take();
            Token.Word sub = new Token.Word(word.text().substring(1), word.at() + 1);
            inner = new And(List.of(inner, test(element, sub)));
        }
        return new ElementMatches(path, inner);
    }

    private Filter test(Scope scope, Token.Word name) {
        Optional<AttributePath> known = known(scope, name);
        if (!(lexer.peek() instanceof Token.Word word)) {
            throw unexpected("an operator");
        }
        if (word.isWord("pr")) {
            lexer.take();
            return new Present(known.orElseGet(() -> Unassigned.text(name.text())));
        }
        Operator operator = Operator.ofKeyword(word.text());
        if (operator == null) {
            throw unexpected("an operator (eq ne co sw ew gt ge lt le pr)");
        }
        lexer.take();
        Token operand = lexer.peek();
        AttributePath path = known.orElseGet(() -> Unassigned.comparedWith(name.text(), operand));
        if (operand.isWord("null")) {
            lexer.take();
            return comparedWithNull(path, operator, operand);
        }
        AttributePath compared = comparable(path, word);
        Literal literal = operands.read(compared, operator, operand);
        lexer.take();
        return PrimaryMark.asked(scope, new Comparison(compared, operator, literal));
    }

    private static Filter comparedWithNull(AttributePath path, Operator operator, Token operand) {
        return switch (operator) {
            case EQ -> new Not(new Present(path));
            case NE -> new Present(path);
            case CO, SW, EW, GT, GE, LT, LE ->
                    throw InvalidFilter.at(operand.at(), "null is compared by eq and ne only");
        };
    }

    /** A complex attribute is compared by its value (RFC 7644 §3.4.2.2: {@code emails co "x"}). */
    private static AttributePath comparable(AttributePath path, Token.Word operator) {
        if (!path.target().isComplex()) {
            return path;
        }
        Attribute value = path.attribute().subAttributes().find(Attribute.VALUE);
        if (value == null) {
            throw InvalidFilter.at(
                    operator.at(), path + " has no value of its own: name a sub-attribute");
        }
        return path.withSubAttribute(value);
    }

    /** Empty for an attribute that has no value here, because the type lacks it. */
    private static Optional<AttributePath> known(Scope scope, Token.Word word) {
        Optional<AttributePath> path = scope.resolve(word.text());
        if (path.isEmpty() && (scope.isStrict() || !Unassigned.canBeNamed(word.text()))) {
            throw InvalidFilter.at(
                    word.at(), scope.title() + " has no attribute " + abbreviated(word.text()));
        }
        if (path.isPresent() && path.get().target().isDiscarded()) {
            throw InvalidFilter.at(word.at(), path.get() + " cannot be filtered by");
        }
        return path;
    }

    private static String abbreviated(String name) {
        return name.length() <= 100 ? name : name.substring(0, 100) + "…";
    }

    private Refusal unexpected(String expected) {
        return InvalidFilter.at(lexer.peek().at(), "expected " + expected);
    }
}
