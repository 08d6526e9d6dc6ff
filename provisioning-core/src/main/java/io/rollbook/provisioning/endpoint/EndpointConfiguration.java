package io.rollbook.provisioning.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.settings.BulkProperties;
import io.rollbook.link.trace.TracedEndpoint;
import io.rollbook.link.trace.Traces;
import io.rollbook.link.trace.TracingProperties;
import io.rollbook.link.turn.Turns;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.attempt.AttemptLog;
import io.rollbook.provisioning.endpoint.bulk.BulkWrites;
import io.rollbook.provisioning.endpoint.resource.GroupWrites;
import io.rollbook.provisioning.endpoint.resource.MembersShown;
import io.rollbook.provisioning.endpoint.resource.Revival;
import io.rollbook.provisioning.endpoint.resource.UserWrites;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.report.ReportEndpoint;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.extension.LeasedCatalogs;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.report.RefusalReport;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** The write side's {@link ScimEndpoint}s for SCIM, and for what gateways report. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BulkProperties.class, TracingProperties.class})
public class EndpointConfiguration {

    @Bean
    TenantCatalogs tenantCatalogs(SchemaRegister schemas) {
        return new LeasedCatalogs(schemas);
    }

    @Bean(RefusalReport.ENDPOINT)
    ScimEndpoint refusalReports(Transactions transactions, EventStore events, JdbcClient jdbc) {
        return new ReportEndpoint(transactions, events, jdbc, InstantSource.system());
    }

    @Bean
    UserWrites userWrites(
            CommandSender commands,
            Transactions transactions,
            ResourceRegister resources,
            TenantCatalogs catalogs) {
        return new UserWrites(commands, catalogs, new Revival(transactions, resources));
    }

    @Bean
    GroupWrites groupWrites(
            CommandSender commands,
            Transactions transactions,
            MembershipRegister members,
            TenantCatalogs catalogs) {
        return new GroupWrites(commands, new MembersShown(transactions, members), catalogs);
    }

    @Bean
    Traces traces(TracingProperties tracing) {
        return Traces.of(tracing, ServiceNames.CORE);
    }

    @Bean
    WriteMetrics writeMetrics(ObjectProvider<MeterRegistry> registry) {
        return new WriteMetrics(meters(registry));
    }

    private static MeterRegistry meters(ObjectProvider<MeterRegistry> registry) {
        return registry.getIfAvailable(() -> Metrics.globalRegistry);
    }

    @Bean
    BulkWrites bulkWrites(BulkProperties limits, TenantCatalogs catalogs, Supplier<String> newIds) {
        return new BulkWrites(limits.limits(), catalogs, newIds);
    }

    @Bean
    ScimEndpoint writes(
            UserWrites users,
            GroupWrites groups,
            AttemptLog attempts,
            BulkWrites bulk,
            Supplier<String> newIds,
            Traces traces,
            ObjectProvider<Turns> turns,
            WriteMetrics metrics) {
        return new TracedEndpoint(
                new WriteEndpoint(
                        Map.of("User", users, "Group", groups),
                        attempts,
                        bulk,
                        newIds,
                        turns.getIfAvailable(() -> Turns.of(null, Integer.MAX_VALUE)),
                        metrics,
                        InstantSource.system()),
                "write",
                traces);
    }
}
