package io.rollbook.scim.filter;

import io.rollbook.scim.filter.Filter.Comparison;
import io.rollbook.scim.filter.Filter.ElementMatches;
import io.rollbook.scim.filter.Filter.Not;
import io.rollbook.scim.filter.Filter.Or;
import io.rollbook.scim.filter.Filter.Present;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;

import java.util.List;

/**
 * The mark of the primary element of a list. A missing one is false (RFC 7643 §2.4), so that
 * whatever is compared with it is said in terms of a mark that is true.
 */
final class PrimaryMark {

    private PrimaryMark() {}

    /** What a comparison asks for: itself, unless it is with such a mark. */
    static Filter asked(Scope scope, Comparison comparison) {
        AttributePath path = comparison.path();
        if (!(comparison.operand() instanceof Literal.Bool(boolean operand))) {
            return comparison;
        }
        boolean marked = operand == (comparison.operator() == Operator.EQ);
        if (scope instanceof Scope.Element(Attribute list, boolean strict)) {
            return isMark(list, path.attribute()) ? marked(path, marked) : comparison;
        }
        Attribute mark = path.subAttribute();
        if (mark == null || !isMark(path.attribute(), mark)) {
            return comparison;
        }
        AttributePath list = new AttributePath(path.extensionUrn(), path.attribute(), null);
        Filter element = new ElementMatches(list, marked(AttributePath.of(mark), marked));
        return comparison.operator() == Operator.EQ
                ? element
                : new Or(List.of(new Not(new Present(list)), element));
    }

    private static Comparison marked(AttributePath mark, boolean marked) {
        return new Comparison(mark, marked ? Operator.EQ : Operator.NE, new Literal.Bool(true));
    }

    private static boolean isMark(Attribute list, Attribute sub) {
        return list.multiValued()
                && sub.type() == AttributeType.BOOLEAN
                && sub.name().equals(Attribute.PRIMARY);
    }
}
