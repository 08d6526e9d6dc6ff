package io.rollbook.audit.entry;

import java.util.List;

/**
 * What a request had and was not taken over, for whoever runs the connection. The write itself was
 * carried out, so this is a warning and no failure.
 *
 * @param names of attributes, the first few
 */
public record Ignored(List<String> names) {

    /** The code under which Microsoft's documents know what helps. */
    public static final ErrorCode CODE = ErrorCode.SCHEMA_ATTRIBUTE_NOT_FOUND;

    /** What to do about it. */
    public static final String ADVICE =
            "Remove the mapping of these attributes at the identity provider, or give the tenant a"
                    + " schema that has them. A password is never kept.";

    public Ignored {
        names = List.copyOf(names);
    }

    /** In one sentence. */
    public String reason() {
        return "The request was carried out without attributes that this server does not keep: "
                + String.join(", ", names)
                + ".";
    }
}
