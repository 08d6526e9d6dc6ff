package io.rollbook.scim.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as the collections of the JDK and back. */
final class PlainValues {
    private PlainValues() {}

    static Object of(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Bool(boolean bool) -> bool;
            case Whole(long whole) -> whole;
            case Decimal(BigDecimal decimal) -> decimal;
            case Many(List<Value> elements) -> elements.stream().map(PlainValues::of).toList();
            case Complex complex -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                complex.forEach((name, member) -> plain.put(name, of(member)));
                yield plain;
            }
        };
    }

    static Value parse(Object plain) {
        return switch (plain) {
            case String text -> new Text(text);
            case Boolean bool -> Bool.of(bool);
            case Long whole -> new Whole(whole);
            case Integer whole -> new Whole(whole);
            case BigInteger big -> new Decimal(new BigDecimal(big));
            case BigDecimal decimal -> new Decimal(decimal);
            case Double number -> new Decimal(BigDecimal.valueOf(number));
            case List<?> elements -> many(elements);
            case Map<?, ?> members -> complex(members);
            default ->
                    throw new IllegalArgumentException(
                            "no attribute value: " + plain.getClass().getName());
        };
    }

    private static Many many(List<?> elements) {
        List<Value> values = new ArrayList<>(elements.size());
        for (Object element : elements) {
            if (element != null) {
                values.add(parse(element));
            }
        }
        return new Many(values);
    }

    private static Complex complex(Map<?, ?> members) {
        ComplexBuilder builder = Complex.builder();
        members.forEach(
                (name, member) -> {
                    if (member != null) {
                        builder.put((String) name, parse(member));
                    }
                });
        return builder.build();
    }
}
