package io.rollbook.link.client;

/** Whether a message may be sent again when its answer is lost. */
enum Repeat {
    SAFE,
    /** Only when it certainly never reached the service. */
    UNSAFE
}
