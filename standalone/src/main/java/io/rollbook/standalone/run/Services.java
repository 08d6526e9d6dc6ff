package io.rollbook.standalone.run;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollbook.audit.AuditConfiguration;
import io.rollbook.audit.integrity.retention.AdministrationKeeping;
import io.rollbook.audit.reconcile.AdministrationCounts;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.gateway.GatewayConfiguration;
import io.rollbook.projections.ProjectionsConfiguration;
import io.rollbook.projections.rebuild.AdministrationReplay;
import io.rollbook.provisioning.ProvisioningCoreConfiguration;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.standalone.context.ServiceContexts;
import io.rollbook.standalone.folder.DataFolder;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The four services: core while Kafka is starting, projections, then the gateway on what they
 * offer. The log comes last: no SCIM request needs it, and it reads what it has missed.
 */
final class Services {

    /** The only types that cross from one service to another. */
    private static final List<Class<?>> SEAM =
            List.of(
                    ScimEndpoint.class,
                    TokenDirectory.class,
                    ClientDirectory.class,
                    Visibility.class,
                    Readiness.class);

    private final Stack stack;
    private final EmbeddedPostgres postgres;
    private final Starting<EmbeddedKafka> kafka;
    private final String kafkaAddress;
    private @Nullable Starting<ConfigurableApplicationContext> log;

    /** One for all four: they are one process. */
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /**
     * @param kafka which may still be starting; core begins without it
     */
    Services(Stack stack, EmbeddedPostgres postgres, Starting<EmbeddedKafka> kafka, int kafkaPort) {
        this.stack = stack;
        this.postgres = postgres;
        this.kafka = kafka;
        this.kafkaAddress = EmbeddedKafka.bootstrapServers(kafkaPort);
    }

    /**
     * Returns when SCIM requests will succeed.
     *
     * @param opening what the gateway's readiness waits for besides
     */
    KnownTenants start(StartOptions options, int port, Opening opening) {
        var folder = options.folder();
        var core = inner("core", ProvisioningCoreConfiguration.class, Map.of(), Map.of());
        var administration = core.getBean("administration", ScimEndpoint.class);
        kafka.get();
        // Before the gateway, so that it is closed after it.
        var audit = stack.start(() -> Starting.later("audit", () -> audit(folder, administration)));
        log = audit;
        var projections =
                inner(
                        "projections",
                        ProjectionsConfiguration.class,
                        // The only instance need not agree with others.
                        Map.of(
                                "rollbook.projections.feed.shared",
                                "false",
                                "rollbook.projections.cursors.key-file",
                                folder.cursorKeyFile()),
                        Map.of("replayRequest", new AdministrationReplay(administration)));
        var settings = new HashMap<>(options.gateway());
        options.tls().map(TlsFiles::settings).ifPresent(settings::putAll);
        settings.put("server.port", port);
        settings.put("rollbook.gateway.admin-secret-file", folder.adminSecretFile());
        settings.put("rollbook.oauth.key-files", folder.oauthKeyFiles());
        var seam = offersOf(core, projections);
        var offered = withMeters(seam);
        offered.putAll(new StartingLog(audit).offers());
        offered.put("opening", opening);
        stack.start(() -> ServiceContexts.web(GatewayConfiguration.class, settings, offered));
        new ReadinessWait(stack, readinessOf(seam)).untilReady();
        return new KnownTenants(administration);
    }

    /** The log, which begins when it is told to. */
    Starting<ConfigurableApplicationContext> log() {
        return Objects.requireNonNull(log, "not started");
    }

    /** Its tables belong to a role that the service itself does not have. */
    private ConfigurableApplicationContext audit(DataFolder folder, ScimEndpoint administration) {
        var roles = postgres.createOwnedSchema(EmbeddedPostgres.DATABASE, "rollbook_audit");
        var settings = new HashMap<String, Object>(common("rollbook.audit", roles.service()));
        settings.put("rollbook.audit.database.owner.user", roles.owner().user());
        settings.put("rollbook.audit.database.owner.password", roles.owner().password());
        settings.put("rollbook.audit.integrity.key", folder.signingKeyOrNew());
        folder.previousSigningKey()
                .ifPresent(key -> settings.put("rollbook.audit.integrity.previous-key", key));
        settings.put("rollbook.audit.integrity.checkpoint-folder", folder.checkpoints());
        settings.put("rollbook.audit.notifications.webhook.key-file", folder.webhookKeyFile());
        return ServiceContexts.inner(
                AuditConfiguration.class,
                settings,
                withMeters(
                        Map.of(
                                "storeCounts",
                                new AdministrationCounts(administration),
                                "storeKeeping",
                                new AdministrationKeeping(administration))));
    }

    private static List<Readiness> readinessOf(Map<String, Object> seam) {
        return seam.values().stream()
                .filter(Readiness.class::isInstance)
                .map(Readiness.class::cast)
                .toList();
    }

    private ConfigurableApplicationContext inner(
            String name,
            Class<?> configuration,
            Map<String, Object> more,
            Map<String, Object> beans) {
        var settings = new HashMap<>(more);
        settings.putAll(common("rollbook." + name, database(name)));
        var found = withMeters(beans);
        return stack.start(() -> ServiceContexts.inner(configuration, settings, found));
    }

    private Map<String, Object> withMeters(Map<String, Object> beans) {
        var all = new HashMap<>(beans);
        all.put("meters", meters);
        return all;
    }

    private DatabaseAccess database(String name) {
        return postgres.createServiceRole("rollbook_" + name);
    }

    private Map<String, Object> common(String prefix, DatabaseAccess database) {
        return Map.of(
                prefix + ".database.url", database.jdbcUrl(),
                prefix + ".database.user", database.user(),
                prefix + ".database.password", database.password(),
                prefix + ".kafka.bootstrap-servers", kafkaAddress);
    }

    private static Map<String, Object> offersOf(ApplicationContext... contexts) {
        var beans = new HashMap<String, Object>();
        for (var context : contexts) {
            SEAM.forEach(type -> beans.putAll(context.getBeansOfType(type)));
        }
        return beans;
    }
}
