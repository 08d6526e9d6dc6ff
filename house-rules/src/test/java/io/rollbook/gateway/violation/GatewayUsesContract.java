package io.rollbook.gateway.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class GatewayUsesContract {

    private GatewayUsesContract() {}

    static Class<?> forbidden() {
        return io.rollbook.contract.PublishedEvent.class;
    }
}
