package io.rollbook.scim.filter;

import io.rollbook.scim.error.Refusal;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Which operators and operands go with which type of attribute (RFC 7644 §3.4.2.2, table 3). */
final class Operands {
    /** A JSON number that no arithmetic can blow up. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]*={0,2}");

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,37})([.][0-9]{1,38})?([eE][+-]?[0-9]{1,2})?");

    private final Profile profile;

    Operands(Profile profile) {
        this.profile = profile;
    }

    Literal read(AttributePath path, Operator operator, Token operand) {
        Attribute attribute = path.target();
        return switch (attribute.type()) {
            case STRING -> new Literal.Text(quoted(path, operand));
            case REFERENCE -> new Literal.Text(Texts.comparable(attribute, quoted(path, operand)));
            case BINARY -> {
                onlyEquality(path, operator, operand);
                yield new Literal.Text(Texts.comparable(attribute, bytes(path, operand)));
            }
            case BOOLEAN -> {
                onlyEquality(path, operator, operand);
                yield bool(path, operand);
            }
            case INTEGER, DECIMAL -> {
                noSubstring(path, operator, operand);
                yield number(path, operand);
            }
            case DATE_TIME -> {
                noSubstring(path, operator, operand);
                yield moment(path, operand);
            }
            case COMPLEX -> throw new IllegalStateException("bound to its value before");
        };
    }

    private static String quoted(AttributePath path, Token operand) {
        if (operand instanceof Token.Quoted(String text, int at)) {
            // It may become a value: a PATCH makes elements from what its filter says.
            if (!Text.isClean(text)) {
                throw mismatch(
                        path,
                        "a string without control characters or half surrogate pairs",
                        operand);
            }
            return text;
        }
        throw mismatch(path, "a string in double quotes", operand);
    }

    private static String bytes(AttributePath path, Token operand) {
        String text = quoted(path, operand);
        if (BASE64.matcher(text).matches()) {
            return text;
        }
        throw mismatch(path, "bytes in base64", operand);
    }

    private Literal bool(AttributePath path, Token operand) {
        boolean maybe = operand instanceof Token.Word || profile == Profile.ENTRA;
        if (maybe && operand.says("true")) {
            return new Literal.Bool(true);
        }
        if (maybe && operand.says("false")) {
            return new Literal.Bool(false);
        }
        throw mismatch(path, "true or false", operand);
    }

    private static Literal number(AttributePath path, Token operand) {
        if (operand instanceof Token.Word(String text, int at) && NUMBER.matcher(text).matches()) {
            return new Literal.Numeric(new BigDecimal(text));
        }
        throw mismatch(path, "a number", operand);
    }

    private static Literal moment(AttributePath path, Token operand) {
        return DateTimes.parse(quoted(path, operand))
                .<Literal>map(Literal.Moment::new)
                .orElseThrow(
                        () ->
                                mismatch(
                                        path,
                                        "a date with time, like \"2026-03-02T09:15:00Z\"",
                                        operand));
    }

    private static void onlyEquality(AttributePath path, Operator operator, Token operand) {
        if (operator != Operator.EQ && operator != Operator.NE) {
            throw unsuitable(path, operator, operand);
        }
    }

    private static void noSubstring(AttributePath path, Operator operator, Token operand) {
        if (operator.isSubstring()) {
            throw unsuitable(path, operator, operand);
        }
    }

    private static Refusal unsuitable(AttributePath path, Operator operator, Token operand) {
        return InvalidFilter.at(
                operand.at(),
                path
                        + " is of type "
                        + path.target().type().keyword()
                        + ", which "
                        + operator.keyword()
                        + " does not compare");
    }

    private static Refusal mismatch(AttributePath path, String expected, Token operand) {
        return InvalidFilter.at(operand.at(), path + " is compared with " + expected);
    }
}
