package io.rollbook.audit.graph.filter;

/** The filter is well-formed but asks what cannot be asked; never leaves this package. */
final class Unfilterable extends Exception {

    private static final long serialVersionUID = 1L;

    Unfilterable(String sentence) {
        super(sentence);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
