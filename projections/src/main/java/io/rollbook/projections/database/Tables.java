package io.rollbook.projections.database;

import java.util.List;

/**
 * The names of one set of read-model tables: those that serve, or those that a rebuild fills beside
 * them.
 *
 * @param prefix before every table's name
 */
public record Tables(String prefix) {

    public static final Tables SERVING = new Tables("");
    public static final Tables REBUILT = new Tables("rebuilt_");

    private static final List<String> NAMES =
            List.of(
                    "applied",
                    "consumed",
                    "catalogs",
                    "users",
                    "groups",
                    "terms",
                    "membership",
                    "tombstones");

    /** The plain names of all tables of a set. */
    public static List<String> names() {
        return NAMES;
    }

    /** The name of a table in this set. */
    public String name(String plain) {
        return prefix + plain;
    }

    /** Replaces each {@code {table}} by the table's name in this set. */
    public String in(String template) {
        return template.replaceAll("\\{(\\w+)}", prefix + "$1");
    }
}
