package io.rollbook.scim.change;

import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What differs between two states of a resource. A single complex attribute differs by
 * sub-attribute, a multi-valued one as a whole list (its elements have no identity), an extension
 * by its attributes. Only for states in which nothing is empty: unassigned attributes are absent.
 * No schema is asked, so that an old state can be told from its events whatever a tenant's schemas
 * are today.
 */
public final class Changes {
    /** Ends the URN of an extension; attribute names cannot hold it (RFC 7643 §2.1). */
    private static final char URN_END = ':';

    private Changes() {}

    /** Empty exactly when the states are equal. */
    public static List<Change> between(Complex before, Complex after) {
        List<Change> changes = new ArrayList<>();
        for (String name : names(before, after)) {
            Value old = before.get(name);
            Value now = after.get(name);
            if (isExtension(name)) {
                Complex oldMembers = orEmpty(old);
                Complex newMembers = orEmpty(now);
                for (String member : names(oldMembers, newMembers)) {
                    compare(
                            name + ":" + member,
                            oldMembers.get(member),
                            newMembers.get(member),
                            changes);
                }
            } else {
                compare(name, old, now, changes);
            }
        }
        return List.copyOf(changes);
    }

    /** The state after the changes: {@code apply(a, between(a, b))} equals {@code b}. */
    public static Complex apply(Complex before, List<Change> changes) {
        Complex state = before;
        for (Change change : changes) {
            state = apply(state, change);
        }
        return state;
    }

    private static void compare(
            String path, @Nullable Value old, @Nullable Value now, List<Change> into) {
        if (Objects.equals(old, now)) {
            return;
        }
        if (isComplexOrAbsent(old) && isComplexOrAbsent(now)) {
            Complex oldSubs = orEmpty(old);
            Complex newSubs = orEmpty(now);
            for (String sub : names(oldSubs, newSubs)) {
                Value oldSub = oldSubs.get(sub);
                Value newSub = newSubs.get(sub);
                if (!Objects.equals(oldSub, newSub)) {
                    into.add(new Change(path + "." + sub, oldSub, newSub));
                }
            }
        } else {
            into.add(new Change(path, old, now));
        }
    }

    private static Complex apply(Complex state, Change change) {
        String path = change.path();
        int colon = path.lastIndexOf(URN_END);
        if (colon < 0) {
            return set(state, path, change.after());
        }
        String urn = path.substring(0, colon);
        String local = path.substring(colon + 1);
        return put(state, urn, set(orEmpty(state.get(urn)), local, change.after()));
    }

    private static boolean isExtension(String name) {
        return name.indexOf(URN_END) >= 0;
    }

    private static Complex set(Complex members, String local, @Nullable Value value) {
        int dot = local.lastIndexOf('.');
        if (dot < 0) {
            return put(members, local, value);
        }
        String name = local.substring(0, dot);
        Complex subs = orEmpty(members.get(name));
        return put(members, name, put(subs, local.substring(dot + 1), value));
    }

    private static Complex put(Complex members, String name, @Nullable Value value) {
        if (value == null || (value instanceof Complex complex && complex.isEmpty())) {
            return members.without(name);
        }
        return members.with(name, value);
    }

    private static boolean isComplexOrAbsent(@Nullable Value value) {
        return value == null || value instanceof Complex;
    }

    private static Complex orEmpty(@Nullable Value value) {
        return value instanceof Complex complex ? complex : Complex.EMPTY;
    }

    private static Set<String> names(Complex before, Complex after) {
        Set<String> names = new LinkedHashSet<>(before.members().keySet());
        names.addAll(after.members().keySet());
        return names;
    }
}
