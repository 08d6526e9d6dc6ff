package io.rollbook.scim.extension;

import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The members of one object of a schema document, each taken in its type.
 *
 * @param place of the object, empty for the document itself
 */
record Members(String place, Complex object) {
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_TEXTS = 200;

    /** Refuses members of other names: a slip of the pen is not to pass for a default. */
    void only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : object.members().keySet()) {
            if (!known.contains(name)) {
                throw Objection.at(
                        placeOf(name.length() > 64 ? name.substring(0, 64) + "…" : name),
                        "schemas have no such member; there are " + String.join(", ", names) + ".");
            }
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name, String otherwise) {
        Value value = object.get(name);
        return value == null ? otherwise : text(placeOf(name), value);
    }

    boolean flag(String name, boolean otherwise) {
        return switch (object.get(name)) {
            case null -> otherwise;
            case Bool(boolean flag) -> flag;
            default -> throw Objection.at(placeOf(name), "true or false is expected.");
        };
    }

    List<String> texts(String name, List<String> otherwise) {
        if (!object.has(name)) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (Value value : list(name)) {
            String place = placeOf(name) + "[" + texts.size() + "]";
            String text = text(place, value);
            if (text.isBlank() || texts.contains(text)) {
                throw Objection.at(place, "a text is expected that is not there already.");
            }
            texts.add(text);
            if (texts.size() > MOST_TEXTS) {
                throw Objection.at(
                        placeOf(name), "at most %d texts are expected.".formatted(MOST_TEXTS));
            }
        }
        return texts;
    }

    /** Empty when there is none. */
    List<Value> list(String name) {
        return switch (object.get(name)) {
            case null -> List.of();
            case Many(var elements) -> elements;
            default -> throw Objection.at(placeOf(name), "a list is expected.");
        };
    }

    String placeOf(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    private static String text(String place, Value value) {
        if (!(value instanceof Text(String text))) {
            throw Objection.at(place, "a text is expected.");
        }
        if (text.length() > LONGEST_TEXT || !Text.isStorable(text)) {
            throw Objection.at(
                    place,
                    "at most %d characters are expected, none of them NUL or half of a surrogate pair."
                            .formatted(LONGEST_TEXT));
        }
        return text;
    }
}
