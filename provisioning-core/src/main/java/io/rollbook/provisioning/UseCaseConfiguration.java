package io.rollbook.provisioning;

import io.rollbook.provisioning.administration.AdministrationConfiguration;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.aggregate.TimeOrderedIds;
import io.rollbook.provisioning.attempt.AttemptLog;
import io.rollbook.provisioning.connection.ConnectionAggregate;
import io.rollbook.provisioning.connection.ConnectionCommandHandler;
import io.rollbook.provisioning.connection.client.ClientCommandHandler;
import io.rollbook.provisioning.endpoint.EndpointConfiguration;
import io.rollbook.provisioning.group.GroupSnapshot;
import io.rollbook.provisioning.group.handling.GroupAggregate;
import io.rollbook.provisioning.group.handling.GroupCommandHandler;
import io.rollbook.provisioning.group.handling.GroupRegistration;
import io.rollbook.provisioning.group.handling.Membership;
import io.rollbook.provisioning.reaction.ReactionConfiguration;
import io.rollbook.provisioning.register.ClientRegister;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.ExtensionUseRegister;
import io.rollbook.provisioning.register.RegisterConfiguration;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.register.membership.DepartureRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.register.membership.NestingRegister;
import io.rollbook.provisioning.store.Aggregates;
import io.rollbook.provisioning.store.CommandHandling;
import io.rollbook.provisioning.store.catalog.StoredType;
import io.rollbook.provisioning.tenant.TenantAggregate;
import io.rollbook.provisioning.tenant.TenantCommandHandler;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.provisioning.user.UserSnapshot;
import io.rollbook.provisioning.user.handling.UserAggregate;
import io.rollbook.provisioning.user.handling.UserCommandHandler;
import io.rollbook.provisioning.user.handling.UserRegistration;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** What can be asked of the write side, on top of the event store. */
@Configuration(proxyBeanMethods = false)
@Import({
    RegisterConfiguration.class,
    ReactionConfiguration.class,
    EndpointConfiguration.class,
    AdministrationConfiguration.class
})
public class UseCaseConfiguration {

    /** At most so many events are read to load a user or a group. */
    private static final int EVENTS_BESIDE_SNAPSHOT = 32;

    @Bean
    Supplier<String> newIds() {
        return new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    }

    @Bean
    Transactions transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        return new Transactions(new TransactionTemplate(manager), jdbc);
    }

    @Bean
    AttemptLog attemptLog(Transactions transactions, EventStore events) {
        return new AttemptLog(transactions, events);
    }

    @Bean
    StoredType groupSnapshot() {
        return new StoredType("group.snapshot", 1, GroupSnapshot.class);
    }

    @Bean
    StoredType userSnapshot() {
        return new StoredType("user.snapshot", 1, UserSnapshot.class);
    }

    @Bean
    TenantCommandHandler tenantCommandHandler(
            Aggregates aggregates, TenantRegister register, SchemaRegister schemas) {
        return new TenantCommandHandler(
                aggregates.ofEvents(TenantAggregate.class), register, schemas);
    }

    @Bean
    ConnectionCommandHandler connectionCommandHandler(
            Aggregates aggregates,
            ConnectionRegister names,
            TokenRegister tokens,
            ClientRegister clients) {
        return new ConnectionCommandHandler(
                aggregates.ofEvents(ConnectionAggregate.class), names, tokens, clients);
    }

    @Bean
    ClientCommandHandler clientCommandHandler(Aggregates aggregates, ClientRegister clients) {
        return new ClientCommandHandler(aggregates.ofEvents(ConnectionAggregate.class), clients);
    }

    @Bean
    UserCommandHandler userCommandHandler(
            Aggregates aggregates,
            ResourceRegister resources,
            DepartureRegister departures,
            NestingRegister nesting,
            ExtensionUseRegister extensions) {
        return new UserCommandHandler(
                aggregates.withSnapshots(
                        UserAggregate.class,
                        EVENTS_BESIDE_SNAPSHOT,
                        user -> false,
                        UserAggregate::snapshot),
                new UserRegistration(resources, departures, extensions),
                nesting);
    }

    @Bean
    GroupCommandHandler groupCommandHandler(
            Aggregates aggregates,
            ResourceRegister resources,
            MembershipRegister members,
            DepartureRegister departures,
            NestingRegister nesting,
            ExtensionUseRegister extensions) {
        return new GroupCommandHandler(
                aggregates.withSnapshots(
                        GroupAggregate.class,
                        EVENTS_BESIDE_SNAPSHOT,
                        GroupAggregate::namedManyMembers,
                        GroupAggregate::snapshot),
                new Membership(resources, members, nesting),
                new GroupRegistration(resources, members, departures, extensions));
    }

    /** Nobody can send a command before all handlers are there. */
    @Bean
    CommandSender commandSender(
            CommandHandling handling,
            TenantCommandHandler tenants,
            ConnectionCommandHandler connections,
            ClientCommandHandler clients,
            UserCommandHandler users,
            GroupCommandHandler groups) {
        List.of(tenants, connections, clients, users, groups).forEach(handling::subscribe);
        return new CommandSender(handling.gateway());
    }
}
