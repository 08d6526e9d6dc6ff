package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.administration.client.ClientConfiguration;
import io.rollbook.provisioning.administration.connection.ConnectionRoutes;
import io.rollbook.provisioning.administration.retention.RetentionRoutes;
import io.rollbook.provisioning.administration.tenant.TenantDeletion;
import io.rollbook.provisioning.administration.tenant.TenantRoutes;
import io.rollbook.provisioning.administration.tenant.TenantSettingsRoutes;
import io.rollbook.provisioning.administration.token.RegisteredTokens;
import io.rollbook.provisioning.administration.token.TokenIssuing;
import io.rollbook.provisioning.administration.token.TokenRoutes;
import io.rollbook.provisioning.administration.token.TokenUses;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.reaction.ReactionWorker;
import io.rollbook.provisioning.reaction.WakeUp;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.DirectoryRegisters;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.register.TokenUseRegister;
import io.rollbook.provisioning.settings.CoreProperties;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The operator's {@link ScimEndpoint}, made of every {@link AdministrationRoute} that there is. */
@Configuration(proxyBeanMethods = false)
@Import(ClientConfiguration.class)
public class AdministrationConfiguration {

    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_DELETIONS = Duration.ofSeconds(10);

    @Bean
    AdministrationJson administrationJson() {
        return new AdministrationJson();
    }

    @Bean
    Places places(
            Transactions transactions, TenantRegister tenants, ConnectionRegister connections) {
        return new Places(transactions, tenants, connections);
    }

    @Bean
    AdministrationRoute tenantRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            Places places,
            Supplier<String> newIds,
            AdministrationJson json,
            ObjectProvider<CoreProperties> properties) {
        var settings = properties.getIfAvailable();
        var grace =
                settings == null
                        ? CoreProperties.Tenants.USUAL_GRACE
                        : settings.tenants().deletionGrace();
        return new TenantRoutes(
                commands,
                transactions,
                tenants,
                places,
                newIds,
                json,
                grace,
                InstantSource.system());
    }

    @Bean
    AdministrationRoute tenantSettingsRoutes(
            CommandSender commands, Places places, AdministrationJson json) {
        return new TenantSettingsRoutes(commands, places, json);
    }

    @Bean
    AdministrationRoute retentionRoutes(
            CommandSender commands,
            Places places,
            Supplier<String> newIds,
            AdministrationJson json,
            ObjectProvider<CoreProperties> properties) {
        var settings = properties.getIfAvailable();
        var grace =
                settings == null
                        ? CoreProperties.Tenants.USUAL_RETENTION_GRACE
                        : settings.tenants().retentionGrace();
        return new RetentionRoutes(commands, places, newIds, json, grace, InstantSource.system());
    }

    @Bean
    TenantDeletion tenantDeletion(
            Transactions transactions,
            TenantRegister tenants,
            DirectoryRegisters directory,
            CommandSender commands) {
        return new TenantDeletion(
                transactions, tenants, directory, commands, InstantSource.system());
    }

    @Bean
    ReactionWorker deletingTenants(TenantDeletion deletion) {
        return new ReactionWorker(
                TenantDeletion.NAME, deletion::workOff, new WakeUp(), BETWEEN_DELETIONS);
    }

    @Bean
    AdministrationRoute connectionRoutes(
            CommandSender commands,
            Transactions transactions,
            Places places,
            ConnectionRegister connections,
            Supplier<String> newIds,
            AdministrationJson json) {
        return new ConnectionRoutes(commands, transactions, places, connections, newIds, json);
    }

    @Bean
    AdministrationRoute tokenRoutes(
            CommandSender commands,
            Transactions transactions,
            ConnectionRegister connections,
            Places places,
            TokenRegister tokens,
            Supplier<String> newIds,
            AdministrationJson json) {
        var issuing =
                new TokenIssuing(
                        commands,
                        new ConnectionOfName(commands, transactions, connections, newIds),
                        newIds,
                        new SecureRandom());
        return new TokenRoutes(issuing, commands, transactions, places, tokens, json);
    }

    @Bean
    AdministrationRoute schemaRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            SchemaRegister schemas,
            AdministrationJson json) {
        return new SchemaRoutes(commands, transactions, tenants, schemas, json);
    }

    @Bean
    ScimEndpoint administration(
            List<AdministrationRoute> routes, Places places, AdministrationJson json) {
        return new AdministrationEndpoint(routes, places, json);
    }

    /** What is remembered at the end is noted. */
    @Bean(destroyMethod = "note")
    TokenUses tokenUses(Transactions transactions, TokenUseRegister register) {
        return new TokenUses(transactions, register);
    }

    @Bean
    ReactionWorker notingTokenUses(TokenUses uses) {
        return new ReactionWorker(
                "noting-token-uses",
                () -> {
                    uses.note();
                    return false;
                },
                new WakeUp(),
                BETWEEN_NOTES);
    }

    @Bean
    TokenDirectory tokenDirectory(Transactions transactions, TokenRegister tokens, TokenUses uses) {
        return new RegisteredTokens(transactions, tokens, uses, InstantSource.system());
    }
}
