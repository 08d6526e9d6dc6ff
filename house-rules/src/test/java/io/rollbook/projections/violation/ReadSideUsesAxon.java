package io.rollbook.projections.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class ReadSideUsesAxon {

    private ReadSideUsesAxon() {}

    static Class<?> forbidden() {
        return org.axonframework.commandhandling.CommandBus.class;
    }
}
