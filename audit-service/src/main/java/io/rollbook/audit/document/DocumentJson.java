package io.rollbook.audit.document;

import io.rollbook.verify.json.CanonicalJson;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The canonical JSON (RFC 8785) of anything: a number that a double cannot hold exactly becomes a
 * string, and a character that PostgreSQL or UTF-8 cannot hold becomes U+FFFD. What a refused
 * request said may be anything, and must not stop the log.
 */
public final class DocumentJson {

    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private DocumentJson() {}

    /**
     * @param value made of maps with text keys, lists, texts, numbers, booleans and nulls
     */
    public static String of(@Nullable Object value) {
        return CanonicalJson.text(storable(value));
    }

    private static @Nullable Object storable(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> object -> object(object);
            case List<?> array -> array(array);
            case Boolean truth -> truth;
            case Number number when isExact(number) -> number;
            default -> StorableText.of(value.toString());
        };
    }

    private static Map<String, @Nullable Object> object(Map<?, ?> object) {
        var members = new HashMap<String, @Nullable Object>();
        object.forEach(
                (name, member) ->
                        members.put(StorableText.of(String.valueOf(name)), storable(member)));
        return members;
    }

    private static List<@Nullable Object> array(List<?> array) {
        var elements = new ArrayList<@Nullable Object>(array.size());
        array.forEach(element -> elements.add(storable(element)));
        return elements;
    }

    /** Another one would lose digits where a reader takes JSON's numbers for doubles. */
    private static boolean isExact(Number number) {
        return switch (number) {
            case Byte _, Short _, Integer _ -> true;
            case Long l -> -LARGEST_EXACT <= l && l <= LARGEST_EXACT;
            case Float f -> Float.isFinite(f);
            case Double d -> Double.isFinite(d);
            case Number other -> isExact(new BigDecimal(other.toString()));
        };
    }

    private static boolean isExact(BigDecimal number) {
        double nearest = number.doubleValue();
        return Double.isFinite(nearest)
                && new BigDecimal(Double.toString(nearest)).compareTo(number) == 0;
    }
}
