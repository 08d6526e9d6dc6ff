package io.rollbook.provisioning.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class CoreUsesReadSide {

    private CoreUsesReadSide() {}

    static Class<?> forbidden() {
        return io.rollbook.projections.ProjectionsConfiguration.class;
    }
}
