package io.rollbook.provisioning.reaction;

import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.register.membership.DepartureRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.transaction.Transactions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.InstantSource;

/** The reactions, each with its worker. */
@Configuration(proxyBeanMethods = false)
public class ReactionConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    WakeUp departuresNoted() {
        return new WakeUp();
    }

    @Bean
    DepartureRegister departureRegister(JdbcClient jdbc, WakeUp departuresNoted) {
        return new DepartureRegister(jdbc, departuresNoted::call);
    }

    @Bean
    ReactionWorker leavingGroups(
            Transactions transactions,
            DepartureRegister departures,
            MembershipRegister members,
            CommandSender commands,
            WakeUp departuresNoted) {
        var reaction =
                new WhenDeletedThenLeaveGroups(
                        transactions, departures, members, commands, InstantSource.system());
        return new ReactionWorker(
                WhenDeletedThenLeaveGroups.NAME, reaction::workOff, departuresNoted, PAUSE);
    }
}
