package io.rollbook.gateway;

import com.github.benmanes.caffeine.cache.Ticker;

import io.github.bucket4j.TimeMeter;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollbook.gateway.address.ClientSource;
import io.rollbook.gateway.address.PublicAddress;
import io.rollbook.gateway.caller.AdminSecret;
import io.rollbook.gateway.caller.Administrators;
import io.rollbook.gateway.caller.CachedTokens;
import io.rollbook.gateway.door.AccessLog;
import io.rollbook.gateway.door.AdministrationDoor;
import io.rollbook.gateway.door.ApiDocs;
import io.rollbook.gateway.door.AuditDoor;
import io.rollbook.gateway.door.Doors;
import io.rollbook.gateway.door.GatewayServlet;
import io.rollbook.gateway.door.MetricsDoor;
import io.rollbook.gateway.door.ScimDoor;
import io.rollbook.gateway.door.SettledSchemas;
import io.rollbook.gateway.door.Strangers;
import io.rollbook.gateway.door.Turnstile;
import io.rollbook.gateway.door.VisibleWrites;
import io.rollbook.gateway.exchange.BodyLimits;
import io.rollbook.gateway.exchange.RequestIntake;
import io.rollbook.gateway.health.HealthPages;
import io.rollbook.gateway.health.HealthProbe;
import io.rollbook.gateway.limit.Allowances;
import io.rollbook.gateway.limit.Capacity;
import io.rollbook.gateway.limit.Limiter;
import io.rollbook.gateway.message.BodyIntake;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.metrics.ProcessMeters;
import io.rollbook.gateway.oauth.Gate;
import io.rollbook.gateway.oauth.OAuthConfiguration;
import io.rollbook.gateway.oauth.OAuthDoor;
import io.rollbook.gateway.oauth.token.AccessTokens;
import io.rollbook.gateway.oidc.OidcAdministrators;
import io.rollbook.gateway.oidc.OidcProperties;
import io.rollbook.gateway.report.Reports;
import io.rollbook.gateway.stranger.Throttle;
import io.rollbook.gateway.tomcat.TomcatLimits;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.settings.BulkProperties;
import io.rollbook.link.settings.EnvironmentNames;
import io.rollbook.link.trace.Traces;
import io.rollbook.link.trace.TracingProperties;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.report.RefusalReport;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The gateway as a web server. Expects the seam from its context: {@code ScimEndpoint} beans named
 * {@code reads}, {@code writes}, {@code administration}, {@code projectionsAdministration}, {@code
 * auditLog}, {@code refusalReports} and {@code auditAdministration}, one {@code TokenDirectory},
 * one {@code ClientDirectory}, one {@code Visibility}, any number of {@code Readiness} beans, of
 * which only {@code auditReadiness} is not asked before SCIM requests are served, and the one
 * {@code PrometheusMeterRegistry} of the process.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    GatewayProperties.class,
    LimitProperties.class,
    BulkProperties.class,
    OidcProperties.class,
    TracingProperties.class
})
@Import(OAuthConfiguration.class)
@ImportAutoConfiguration({
    SslAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class
})
public class GatewayConfiguration {

    private final GatewayProperties settings;
    private final PrometheusMeterRegistry meters;
    private final InstantSource clock = InstantSource.system();

    GatewayConfiguration(GatewayProperties settings, PrometheusMeterRegistry meters) {
        EnvironmentNames.refuseUnknown(
                GatewayProperties.PREFIX, GatewayProperties.class, System.getenv().keySet());
        EnvironmentNames.refuseUnknown(
                LimitProperties.PREFIX, LimitProperties.class, System.getenv().keySet());
        EnvironmentNames.refuseUnknown(
                BulkProperties.PREFIX, BulkProperties.class, System.getenv().keySet());
        this.settings = settings;
        this.meters = meters;
    }

    @Bean
    AdminSecret adminSecret() {
        return settings.adminSecretFile() == null
                ? AdminSecret.none()
                : AdminSecret.ofFile(settings.adminSecretFile());
    }

    @Bean
    CachedTokens cachedTokens(TokenDirectory directory, AccessTokens signed) {
        return new CachedTokens(
                directory,
                signed::ownerOf,
                settings.tokenKnownFor(),
                settings.tokenUnknownFor(),
                settings.tokenCacheEntries(),
                Ticker.systemTicker());
    }

    @Bean
    Administrators administrators(
            AdminSecret secret, CachedTokens tokens, OidcProperties provider) {
        EnvironmentNames.refuseUnknown(
                OidcProperties.PREFIX, OidcProperties.class, System.getenv().keySet());
        return new Administrators(secret, tokens, OidcAdministrators.of(provider, clock));
    }

    @Bean
    HealthPages healthPages(Map<String, Readiness> parts, AdminSecret operators) {
        // The log is written from what the topics keep: no SCIM request waits for it.
        Map<String, Readiness> needed = new HashMap<>(parts);
        needed.remove("auditReadiness");
        return new HealthPages(probe(needed), probe(parts), operators);
    }

    private HealthProbe probe(Map<String, Readiness> parts) {
        return new HealthProbe(parts, settings.healthKeptFor(), clock);
    }

    @Bean
    Traces traces(TracingProperties tracing) {
        return Traces.of(tracing, ServiceNames.GATEWAY);
    }

    @Bean
    ProcessMeters processMeters() {
        return new ProcessMeters(meters);
    }

    @Bean
    SeamBeans seamBeans(
            @Qualifier("reads") ScimEndpoint reads,
            @Qualifier("writes") ScimEndpoint writes,
            @Qualifier("administration") ScimEndpoint administration,
            @Qualifier("projectionsAdministration") ScimEndpoint projectionsAdministration,
            @Qualifier("auditLog") ScimEndpoint auditLog,
            @Qualifier(RefusalReport.ENDPOINT) ScimEndpoint refusalReports,
            @Qualifier("auditAdministration") ScimEndpoint auditAdministration,
            Visibility visibility) {
        return new SeamBeans(
                reads,
                writes,
                administration,
                projectionsAdministration,
                auditLog,
                refusalReports,
                auditAdministration,
                visibility);
    }

    @Bean
    Reports reports(SeamBeans seam, LimitProperties limits) {
        return new Reports(seam.refusalReports(), limits.reportEvery(), clock);
    }

    @Bean
    Turnstile turnstile(
            LimitProperties limits, Reports reports, ObjectProvider<TimeMeter> clockOfLimits) {
        return new Turnstile(
                new Limiter(
                        new Allowances(limits.connection(), limits.tenant().allowance()),
                        limits.refusals(),
                        clockOfLimits.getIfAvailable(() -> TimeMeter.SYSTEM_NANOTIME)),
                reports,
                meters);
    }

    /** A client that is known is one of its connection's, also before it has a token. */
    @Bean
    Gate tokenGate(Turnstile turnstile) {
        return (exchange, caller) -> turnstile.refusal(exchange, caller, Refusals.OAUTH);
    }

    @Bean
    Doors doors(
            SeamBeans seam,
            CachedTokens tokens,
            Turnstile turnstile,
            AdminSecret operators,
            OAuthDoor oauth,
            Administrators administrators,
            HealthPages health,
            BulkProperties bulk) {
        RequestIntake intake =
                new RequestIntake(new BodyIntake(settings.bodyTimeout(), clock), clock);
        BodyLimits limits =
                new BodyLimits(settings.maxBody(), settings.maxGroupBody(), bulk.limits());
        VisibleWrites visible =
                new VisibleWrites(seam.visibility(), settings.visibilityWait(), meters);
        return new Doors(
                new ScimDoor(
                        tokens, turnstile, intake, limits, seam.reads(), seam.writes(), visible),
                new AuditDoor(tokens, operators, turnstile, intake, seam.auditLog()),
                new AdministrationDoor(
                        administrators, turnstile, intake, limits, new SettledSchemas(visible)),
                oauth,
                seam.administration(),
                seam.projectionsAdministration(),
                seam.auditAdministration(),
                health,
                new MetricsDoor(administrators, meters),
                ApiDocs.load());
    }

    @Bean
    ServletRegistrationBean<GatewayServlet> gatewayServlet(
            Doors doors, Reports reports, LimitProperties limits, Traces traces) {
        Strangers strangers =
                new Strangers(
                        new ClientSource(settings.trustedRanges()),
                        new Throttle(limits.failures()),
                        reports,
                        meters);
        return new ServletRegistrationBean<>(
                new GatewayServlet(
                        doors,
                        strangers,
                        new PublicAddress(settings.publicUrl(), settings.trustedRanges()),
                        new Capacity(limits.concurrentRequests(), meters),
                        new AccessLog(settings.accessLog(), meters),
                        traces,
                        clock,
                        settings.retryAfter()),
                "/");
    }

    @Bean
    TomcatLimits tomcatLimits(LimitProperties limits) {
        return new TomcatLimits(settings.largestBody(), limits.headTimeout());
    }
}
