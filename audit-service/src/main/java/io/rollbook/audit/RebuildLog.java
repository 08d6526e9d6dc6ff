package io.rollbook.audit;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.custody.Custody;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Builds the log anew beside the one that serves, compares, says what it found and ends, so that
 * the service needs no rights for it. The settings are those of the service, from the environment,
 * and the owner's login. Exit status: 0 when the log is what its events make, 1 when it is not.
 */
public final class RebuildLog {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildLog.class);

    private RebuildLog() {}

    /** Binds the settings, and starts nothing. */
    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AuditProperties.class)
    static class Settings {}

    public static void main(String[] arguments) throws SQLException {
        var application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        boolean identical;
        try (var context = application.run(arguments)) {
            identical = run(context.getBean(AuditProperties.class));
        }
        System.exit(identical ? 0 : 1);
    }

    static boolean run(AuditProperties properties) throws SQLException {
        var settings = properties.database();
        try (var database = LogDatabase.open(settings.url(), settings.user(), settings.secret())) {
            var custody = new Custody(database, InstantSource.system());
            var rebuild = RebuildConfiguration.rebuild(database, custody, properties);
            if (rebuild == null) {
                throw new IllegalArgumentException("rollbook.audit.database.owner must be set.");
            }
            var report = rebuild.run().orElseThrow();
            LOG.info(
                    "{} events of {} tenants make {} log, in {} s.",
                    report.events(),
                    report.tenants(),
                    report.identical() ? "the same" : "ANOTHER",
                    report.seconds());
            return report.identical();
        }
    }
}
