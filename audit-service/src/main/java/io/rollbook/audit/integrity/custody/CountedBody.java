package io.rollbook.audit.integrity.custody;

import io.rollbook.scim.seam.BodyStream;

/** A body that knows how much of the log it has shown. */
public interface CountedBody extends BodyStream {

    /** Entries written so far; asked for by the thread that writes. */
    long entries();
}
