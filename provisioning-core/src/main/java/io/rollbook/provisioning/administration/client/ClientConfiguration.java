package io.rollbook.provisioning.administration.client;

import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.administration.ConnectionOfName;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.ClientRegister;
import io.rollbook.provisioning.register.ConnectionRegister;
import io.rollbook.provisioning.register.CredentialLookup;
import io.rollbook.provisioning.register.TenantRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.ClientDirectory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/** OAuth clients for operators and gateways. */
@Configuration(proxyBeanMethods = false)
public class ClientConfiguration {

    @Bean
    AdministrationRoute clientRoutes(
            CommandSender commands,
            Transactions transactions,
            ConnectionRegister connections,
            TenantRegister tenants,
            ClientRegister clients,
            Supplier<String> newIds,
            AdministrationJson json) {
        var issuing =
                new ClientIssuing(
                        commands,
                        new ConnectionOfName(commands, transactions, connections, newIds),
                        newIds,
                        new SecureRandom());
        return new ClientRoutes(issuing, commands, transactions, tenants, clients, json);
    }

    @Bean
    ClientDirectory clientDirectory(Transactions transactions, CredentialLookup credentials) {
        return new RegisteredClients(transactions, credentials, InstantSource.system());
    }
}
