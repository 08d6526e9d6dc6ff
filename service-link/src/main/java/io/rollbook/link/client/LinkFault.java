package io.rollbook.link.client;

import org.jspecify.annotations.Nullable;

/** A service did not answer as it must; of a write it is not known whether it happened. */
public final class LinkFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LinkFault(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
