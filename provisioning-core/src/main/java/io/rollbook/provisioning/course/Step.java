package io.rollbook.provisioning.course;

/**
 * Where a request comes by, in this order; one that is refused does not come to all. The order is
 * stored: new ones go to the end.
 */
public enum Step {
    /** The gateway knows who it is and has its body. */
    ADMITTED,
    /** Its tenant's turn has come. */
    BEGUN,
    /** What it is about was found. */
    LOADED,
    /** It was decided what is to happen. */
    DECIDED,
    /** The members that it names were found. */
    RESOLVED,
    /** Names were entered into the registers. */
    REGISTERED,
    /** Its events were written; the commit follows. */
    STORED
}
