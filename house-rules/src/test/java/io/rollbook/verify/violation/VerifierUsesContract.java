package io.rollbook.verify.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class VerifierUsesContract {

    private VerifierUsesContract() {}

    static Class<?> forbidden() {
        return io.rollbook.contract.Topics.class;
    }
}
