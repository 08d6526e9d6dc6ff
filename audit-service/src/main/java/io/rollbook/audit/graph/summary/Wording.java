package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryRow;

/** What things are called in the sentences and names of steps. */
record Wording(EntryRow head, String tenantName) {

    static Wording of(Entry entry, String tenantName) {
        return new Wording(entry.head(), tenantName);
    }

    /** For example {@code User}, or {@code object} where the request named none. */
    String object() {
        var type = head.target().type();
        return type == null ? "object" : type;
    }

    /** As in {@code EntryExportAdd}. */
    String suffix() {
        return switch (head.action()) {
            case "create" -> "Add";
            case "update", "disable" -> "Update";
            case "delete" -> "Delete";
            default -> "";
        };
    }

    String wish() {
        return switch (head.action()) {
            case "create" -> "create a " + object();
            case "update" -> head.restored() ? "enable a " + object() : "change a " + object();
            case "disable" -> "disable a " + object();
            case "delete" -> "delete a " + object();
            default -> "change a " + object();
        };
    }

    String deed() {
        var verb =
                switch (head.action()) {
                    case "create" -> "created";
                    case "update" -> head.restored() ? "enabled" : "updated";
                    case "disable" -> "disabled";
                    case "delete" -> "deleted";
                    default -> "changed";
                };
        return "%s was %s in %s.".formatted(object(), verb, tenantName);
    }

    boolean creates() {
        return head.action().equals("create");
    }

    boolean isFromConnection() {
        return head.actor().kind().equals("connection");
    }

    /** Whom the request came from. */
    String sender() {
        var name = head.actor().name();
        return switch (head.actor().kind()) {
            case "connection" -> name == null ? "the connection" : name;
            case "administrator" -> "an administrator";
            default -> "Rollbook itself";
        };
    }
}
