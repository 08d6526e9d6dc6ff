package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.administration.client.ClientConfiguration;
import io.rollbook.provisioning.administration.connection.ConnectionRoutes;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.SchemaRegister;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The operator's {@link ScimEndpoint}, made of every {@link AdministrationRoute} that there is. */
@Configuration(proxyBeanMethods = false)
@Import(ClientConfiguration.class)
public class AdministrationConfiguration {

    @Bean
    AdministrationJson administrationJson() {
        return new AdministrationJson();
    }

    @Bean
    AdministrationRoute tenantRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            Supplier<String> newIds,
            AdministrationJson json) {
        return new TenantRoutes(commands, transactions, tenants, newIds, json);
    }

    @Bean
    AdministrationRoute tokenRoutes(
            CommandSender commands,
            Transactions transactions,
            ConnectionRegister connections,
            TenantRegister tenants,
            TokenRegister tokens,
            Supplier<String> newIds,
            AdministrationJson json) {
        var issuing =
                new TokenIssuing(commands, transactions, connections, newIds, new SecureRandom());
        return new TokenRoutes(issuing, commands, transactions, tenants, tokens, json);
    }

    @Bean
    AdministrationRoute connectionRoutes(
            CommandSender commands,
            Transactions transactions,
            TenantRegister tenants,
            ConnectionRegister connections,
            Supplier<String> newIds,
            AdministrationJson json) {
        return new ConnectionRoutes(commands, transactions, tenants, connections, newIds, json);
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
    ScimEndpoint administration(List<AdministrationRoute> routes, AdministrationJson json) {
        return new AdministrationEndpoint(routes, json);
    }

    @Bean
    TokenDirectory tokenDirectory(Transactions transactions, TokenRegister tokens) {
        return new RegisteredTokens(transactions, tokens, InstantSource.system());
    }
}
