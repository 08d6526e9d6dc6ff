package io.rollbook.link.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class LinkUsesFlyway {

    private LinkUsesFlyway() {}

    static Class<?> forbidden() {
        return org.flywaydb.core.Flyway.class;
    }
}
