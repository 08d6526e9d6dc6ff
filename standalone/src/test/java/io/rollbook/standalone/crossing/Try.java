package io.rollbook.standalone.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One place where an id is put.
 *
 * @param parameter the name in the path that the id takes; empty when it stands elsewhere
 */
record Try(Place place, String parameter, Kind kind) {

    static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    /**
     * Operators may name any tenant and any token: there, it is tokens of tenants that must not.
     */
    private static final Set<Kind> OF_OPERATORS = Set.of(Kind.TENANT, Kind.TOKEN);

    static Stream<Try> of(Place place) {
        var tries = new ArrayList<Try>();
        place.kind().ifPresent(kind -> tries.add(new Try(place, "", kind)));
        if (place.isPath()) {
            PARAMETER
                    .matcher(place.template())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(
                            name ->
                                    Kind.ofParameter(name)
                                            .ifPresent(
                                                    kind -> tries.add(new Try(place, name, kind))));
        }
        return tries.stream();
    }

    boolean writes() {
        return !place.method().equals("GET");
    }

    boolean isForOperators() {
        return place.template().startsWith("/admin/");
    }

    /** Whether a token of a tenant, and not the operator, is to be refused whatever it names. */
    boolean isForbidden() {
        return isForOperators() && OF_OPERATORS.contains(kind);
    }

    /** One's own id is looked up and so answered in another way. */
    boolean isAlive() {
        return !place.unread() && !isForbidden();
    }

    /** A resource of one's own that this changes is to be a new one. */
    Kind spared() {
        return switch (kind) {
            case USER -> writes() && !parameter.isEmpty() ? Kind.SPARE : kind;
            case GROUP -> writes() && !parameter.isEmpty() ? Kind.SPARE_GROUP : kind;
            case CONNECTION -> place.method().equals("DELETE") ? Kind.SPARE_CONNECTION : kind;
            default -> kind;
        };
    }

    List<String> parameters() {
        return PARAMETER.matcher(place.template()).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
        return place + (parameter.isEmpty() ? "" : " (" + parameter + ")");
    }
}
