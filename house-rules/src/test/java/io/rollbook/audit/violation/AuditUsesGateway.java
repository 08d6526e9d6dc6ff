package io.rollbook.audit.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class AuditUsesGateway {

    private AuditUsesGateway() {}

    static Class<?> forbidden() {
        return io.rollbook.gateway.GatewayConfiguration.class;
    }
}
