package io.rollbook.gateway;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where the services' instances are: base URLs on the internal network, without a trailing slash.
 *
 * @param core instances of provisioning-core
 * @param projections instances of the read side
 * @param audit instances of audit-service
 * @param timeout for one answer
 * @param rebuildTimeout for a rebuild of the read models
 */
public record ServiceAddresses(
        @DefaultValue List<URI> core,
        @DefaultValue List<URI> projections,
        @DefaultValue List<URI> audit,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("1h") Duration rebuildTimeout) {

    public ServiceAddresses {
        core = addresses("core", core);
        projections = addresses("projections", projections);
        audit = addresses("audit", audit);
        if (!timeout.isPositive() || !rebuildTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "rollbook.gateway.services.timeout and .rebuild-timeout must be positive");
        }
    }

    private static List<URI> addresses(String service, List<URI> addresses) {
        if (addresses.isEmpty()
                || !addresses.stream()
                        .allMatch(uri -> uri.toString().matches("https?://[^/?#]+"))) {
            throw new IllegalArgumentException(
                    "rollbook.gateway.services.%s must list base URLs such as http://host:8081, not %s"
                            .formatted(service, addresses));
        }
        return List.copyOf(addresses);
    }
}
