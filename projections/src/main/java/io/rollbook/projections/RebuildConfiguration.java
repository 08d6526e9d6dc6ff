package io.rollbook.projections;

import com.zaxxer.hikari.HikariDataSource;

import io.rollbook.contract.Topics;
import io.rollbook.projections.event.KafkaClients;
import io.rollbook.projections.rebuild.RebuildEndpoint;
import io.rollbook.projections.rebuild.RebuildFailure;
import io.rollbook.projections.rebuild.Rebuilding;
import io.rollbook.projections.rebuild.ReplayRequest;
import io.rollbook.scim.seam.ScimEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Rebuilds on demand. Whoever composes the services gives the {@link ReplayRequest}; without one
 * everything else works.
 */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    Rebuilding rebuilding(
            @Qualifier("feedDatabase") HikariDataSource feedDatabase,
            KafkaClients kafka,
            ObjectProvider<ReplayRequest> request) {
        return new Rebuilding(
                feedDatabase,
                kafka,
                Topics.DIRECTORY,
                topic ->
                        request.getIfAvailable(() -> RebuildConfiguration::refuse).replayTo(topic));
    }

    /** Answers {@code POST /rebuild}. */
    @Bean
    ScimEndpoint projectionsAdministration(Rebuilding rebuilding) {
        return new RebuildEndpoint(rebuilding);
    }

    private static void refuse(String topic) {
        throw new RebuildFailure("Nobody is known here who could replay the events.");
    }
}
