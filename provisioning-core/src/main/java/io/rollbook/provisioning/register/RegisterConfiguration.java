package io.rollbook.provisioning.register;

import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.register.membership.NestingRegister;
import io.rollbook.provisioning.transaction.Transactions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The registers on the write side's database. */
@Configuration(proxyBeanMethods = false)
public class RegisterConfiguration {

    @Bean
    TenantRegister tenantRegister(JdbcClient jdbc) {
        return new TenantRegister(jdbc);
    }

    @Bean
    ConnectionRegister connectionRegister(JdbcClient jdbc) {
        return new ConnectionRegister(jdbc);
    }

    @Bean
    TokenRegister tokenRegister(JdbcClient jdbc) {
        return new TokenRegister(jdbc);
    }

    @Bean
    ClientRegister clientRegister(JdbcClient jdbc) {
        return new ClientRegister(jdbc);
    }

    @Bean
    CredentialLookup credentialLookup(JdbcClient jdbc) {
        return new CredentialLookup(jdbc);
    }

    @Bean
    TokenUseRegister tokenUseRegister(JdbcClient jdbc) {
        return new TokenUseRegister(jdbc);
    }

    @Bean
    DirectoryRegisters directoryRegisters(JdbcClient jdbc) {
        return new DirectoryRegisters(jdbc);
    }

    @Bean
    ResourceRegister resourceRegister(JdbcClient jdbc) {
        return new ResourceRegister(jdbc);
    }

    @Bean
    MembershipRegister membershipRegister(JdbcClient jdbc) {
        return new MembershipRegister(jdbc);
    }

    @Bean
    SchemaRegister schemaRegister(JdbcClient jdbc, Transactions transactions) {
        return new SchemaRegister(jdbc, transactions);
    }

    @Bean
    ExtensionUseRegister extensionUseRegister(JdbcClient jdbc) {
        return new ExtensionUseRegister(jdbc);
    }

    @Bean
    NestingRegister nestingRegister(JdbcClient jdbc) {
        return new NestingRegister(jdbc);
    }
}
