package io.rollbook.projections.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class ReadSideUsesCore {

    private ReadSideUsesCore() {}

    static Class<?> forbidden() {
        return io.rollbook.provisioning.ProvisioningCoreConfiguration.class;
    }
}
