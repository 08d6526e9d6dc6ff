package io.rollbook.audit;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.SecondSchema;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.rebuild.LogRebuild;
import io.rollbook.audit.rebuild.RebuildEndpoint;
import io.rollbook.scim.seam.ScimEndpoint;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** What an operator can have done with the log. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Answers {@code POST /rebuild}. */
    @Bean
    ScimEndpoint auditAdministration(
            LogDatabase database, IntegrityBeans integrity, AuditProperties properties) {
        return new RebuildEndpoint(rebuild(database, integrity.custody(), properties));
    }

    static @Nullable LogRebuild rebuild(
            LogDatabase database, Custody custody, AuditProperties properties) {
        var settings = properties.database();
        var owner = settings.owner();
        if (owner == null) {
            return null;
        }
        var second =
                new SecondSchema(settings.url(), owner.user(), owner.secret(), settings.user());
        var access =
                new LogRebuild.Access(
                        second,
                        settings.url(),
                        settings.secret(),
                        properties.kafka().bootstrapServers(),
                        properties.cyclePause());
        return new LogRebuild(access, database, custody, PATIENCE);
    }
}
