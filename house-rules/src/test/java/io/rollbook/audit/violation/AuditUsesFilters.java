package io.rollbook.audit.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class AuditUsesFilters {

    private AuditUsesFilters() {}

    static Class<?> forbidden() {
        return io.rollbook.scim.filter.Filter.class;
    }
}
