package io.rollbook.audit.integrity.chain;

/** Hashes that were stored are not there any more. */
public final class TreeDamaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TreeDamaged(String sentence) {
        super(sentence);
    }
}
