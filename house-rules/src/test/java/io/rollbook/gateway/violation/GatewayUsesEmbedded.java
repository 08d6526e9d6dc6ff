package io.rollbook.gateway.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class GatewayUsesEmbedded {

    private GatewayUsesEmbedded() {}

    static Class<?> forbidden() {
        return io.rollbook.embedded.EmbeddedServices.class;
    }
}
