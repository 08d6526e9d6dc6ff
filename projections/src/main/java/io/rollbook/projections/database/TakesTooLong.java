package io.rollbook.projections.database;

import io.rollbook.scim.seam.Unavailable;

/** The database gave a question up, because it took longer than one may. */
public final class TakesTooLong extends Unavailable {

    private static final long serialVersionUID = 1L;

    TakesTooLong(Throwable cause) {
        super("The read models did not answer in time", cause);
    }
}
