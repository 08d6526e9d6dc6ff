package io.rollbook.projections.rebuild;

/** A rebuild came to nothing; what serves is as it was. */
public final class RebuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RebuildFailure(String sentence) {
        super(sentence);
    }

    RebuildFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
