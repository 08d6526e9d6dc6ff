package io.rollbook.scim.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class KernelUsesSpring {

    private KernelUsesSpring() {}

    static Class<?> forbidden() {
        return org.springframework.context.ApplicationContext.class;
    }
}
