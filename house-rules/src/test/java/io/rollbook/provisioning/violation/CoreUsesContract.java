package io.rollbook.provisioning.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class CoreUsesContract {

    private CoreUsesContract() {}

    static Class<?> forbidden() {
        return io.rollbook.contract.PublishedEvent.class;
    }
}
