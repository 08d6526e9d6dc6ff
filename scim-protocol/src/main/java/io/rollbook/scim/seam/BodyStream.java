package io.rollbook.scim.seam;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it is sent, because it may be larger than memory. */
@FunctionalInterface
public interface BodyStream {

    /**
     * Writes all of it, once. The stream stays open. Who calls must break the connection when this
     * throws, so that what was sent so far is not taken for the whole.
     */
    void writeTo(OutputStream out) throws IOException;
}
