package io.rollbook.scim.seam;

/** A part that the request needs is away for now: nothing was changed, trying again is right. */
public class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unavailable(String what) {
        super(what);
    }

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
