package io.rollbook.audit.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class AuditUsesStandalone {

    private AuditUsesStandalone() {}

    static Class<?> forbidden() {
        return io.rollbook.standalone.Rollbook.class;
    }
}
