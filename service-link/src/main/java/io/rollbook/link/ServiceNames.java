package io.rollbook.link;

/** The names by which the services of an installation know each other. */
public final class ServiceNames {

    public static final String GATEWAY = "api-gateway";
    public static final String CORE = "provisioning-core";
    public static final String PROJECTIONS = "projections";
    public static final String AUDIT = "audit-service";

    private ServiceNames() {}
}
