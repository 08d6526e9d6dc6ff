package io.rollbook.audit.odata;

/** The text is not a filter; never leaves this package. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
