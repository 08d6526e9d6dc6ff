package io.rollbook.provisioning.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.change.Change;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a request would have changed: values that were read against the tenant's schemas, and none
 * that is never shown, such as a password. Bounded, however much was sent.
 *
 * @param changes the first of them, long values cut; a member as a change of {@code members}, from
 *     or to its id
 * @param omitted how many others there were
 * @param compared false when the resource was not at hand: old values are not known then
 */
public record Wanted(List<Change> changes, int omitted, boolean compared) {

    public static final Wanted NOTHING = new Wanted(List.of(), 0, false);

    /** As many as an entry shows members. */
    static final int MOST_CHANGES = 100;

    /** Of one value, as text or as JSON, in UTF-16 code units. */
    static final int LONGEST_VALUE = 1_024;

    /** Of all paths and values together. */
    static final int MOST_CHARACTERS = 32_768;

    public Wanted {
        changes = List.copyOf(changes);
    }

    public static Wanted of(Stream<Change> changes, boolean compared) {
        var told = new ArrayList<Change>();
        int omitted = 0;
        int characters = 0;
        for (var change : (Iterable<Change>) changes::iterator) {
            var cut = omitted == 0 && told.size() < MOST_CHANGES ? cut(change) : null;
            characters += cut == null ? 0 : length(cut);
            if (cut == null || characters > MOST_CHARACTERS) {
                omitted++;
            } else {
                told.add(cut);
            }
        }
        return new Wanted(told, omitted, compared);
    }

    /** As it is stored. */
    public @Nullable Wanted orNull() {
        return changes.isEmpty() && omitted == 0 ? null : this;
    }

    private static Change cut(Change change) {
        return new Change(change.path(), cut(change.before()), cut(change.after()));
    }

    /** What is too long becomes the beginning of its text. */
    private static @Nullable Value cut(@Nullable Value value) {
        return value == null || text(value).length() <= LONGEST_VALUE
                ? value
                : new Text(beginning(text(value)));
    }

    private static String beginning(String text) {
        boolean halved = Character.isHighSurrogate(text.charAt(LONGEST_VALUE - 1));
        return text.substring(0, halved ? LONGEST_VALUE - 1 : LONGEST_VALUE);
    }

    private static int length(Change change) {
        return change.path().length() + length(change.before()) + length(change.after());
    }

    private static int length(@Nullable Value value) {
        return value == null ? 0 : text(value).length();
    }

    private static String text(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Bool _, Whole _, Decimal _, Complex _, Many _ ->
                    new String(Json.write(value), UTF_8);
        };
    }
}
