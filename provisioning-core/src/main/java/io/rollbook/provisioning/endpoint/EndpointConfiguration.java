package io.rollbook.provisioning.endpoint;

import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.attempt.AttemptLog;
import io.rollbook.provisioning.register.MembershipRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.ScimEndpoint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.Map;
import java.util.function.Supplier;

/** The write side's {@link ScimEndpoint}. */
@Configuration(proxyBeanMethods = false)
public class EndpointConfiguration {

    @Bean
    ScimEndpoint writes(
            CommandSender commands,
            Transactions transactions,
            MembershipRegister members,
            AttemptLog attempts,
            Supplier<String> newIds) {
        var users = new UserWrites(commands, newIds);
        var groups = new GroupWrites(commands, new MembersShown(transactions, members), newIds);
        return new WriteEndpoint(Map.of("User", users, "Group", groups), attempts);
    }
}
