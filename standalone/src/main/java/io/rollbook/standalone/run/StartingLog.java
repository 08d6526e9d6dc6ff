package io.rollbook.standalone.run;

import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.Unavailable;

import org.springframework.context.ConfigurableApplicationContext;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What the log's service offers, also while it is starting: questions wait for it for a moment, and
 * no SCIM request does.
 */
record StartingLog(Starting<ConfigurableApplicationContext> service) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The log's part of the seam, by name. */
    Map<String, Object> offers() {
        return Map.of(
                "auditLog", endpoint("auditLog"),
                "auditAdministration", endpoint("auditAdministration"),
                "auditReadiness", (Readiness) this::notReadyBecause);
    }

    private ScimEndpoint endpoint(String name) {
        return request ->
                service.within(PATIENCE)
                        .orElseThrow(() -> new Unavailable("the provisioning log, which starts"))
                        .getBean(name, ScimEndpoint.class)
                        .handle(request);
    }

    private Optional<String> notReadyBecause() {
        var started = service.within(Duration.ZERO);
        return started.isEmpty()
                ? Optional.of("The provisioning log is starting.")
                : started.get().getBean(Readiness.class).notReadyBecause();
    }
}
