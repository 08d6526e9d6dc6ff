package io.rollbook.projections.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.filter.Texts;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order of RFC 7644 §3.4.2.3, told from the resources as they are shown. */
record InMemoryOrder(AttributePath path, boolean descending) {

    List<String> of(Map<String, Complex> resources) {
        var ascending =
                Comparator.<Map.Entry<String, Complex>, Optional<Value>>comparing(
                                each -> value(each.getValue()), this::compare)
                        .thenComparing(Map.Entry::getKey);
        return resources.entrySet().stream()
                .sorted(descending ? ascending.reversed() : ascending)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Value> value(Complex resource) {
        var element = Optional.ofNullable(path.attributeIn(resource)).flatMap(InMemoryOrder::one);
        var sub = path.subAttribute();
        return sub == null
                ? element
                : element.map(each -> ((Complex) each).get(sub.name())).flatMap(InMemoryOrder::one);
    }

    private static Optional<Value> one(Value value) {
        if (!(value instanceof Many(var elements))) {
            return Optional.of(value);
        }
        return elements.stream()
                .filter(each -> each instanceof Complex complex && isPrimary(complex))
                .findFirst()
                .or(() -> elements.stream().findFirst());
    }

    private static boolean isPrimary(Complex element) {
        return element.get(Attribute.PRIMARY) instanceof Bool(boolean primary) && primary;
    }

    private int compare(Optional<Value> a, Optional<Value> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        return compare(a.get(), b.get());
    }

    private int compare(Value a, Value b) {
        return switch (a) {
            case Text(String text) -> compare(text, ((Text) b).value());
            case Bool(boolean bool) -> Boolean.compare(bool, ((Bool) b).value());
            case Whole(long whole) -> Long.compare(whole, ((Whole) b).value());
            case Decimal(var decimal) -> decimal.compareTo(((Decimal) b).value());
            case Complex complex -> throw new AssertionError(complex);
            case Many many -> throw new AssertionError(many);
        };
    }

    private int compare(String a, String b) {
        if (path.target().type() == AttributeType.DATE_TIME) {
            return DateTimes.parse(a).orElseThrow().compareTo(DateTimes.parse(b).orElseThrow());
        }
        return Arrays.compareUnsigned(comparable(a), comparable(b));
    }

    private byte[] comparable(String text) {
        return Texts.comparable(path.target(), text).getBytes(UTF_8);
    }
}
