package io.rollbook.link.trace;

import io.rollbook.link.settings.EnvironmentNames;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Where traces go; the same for all services.
 *
 * @param endpoint of a collector that takes OTLP over HTTP, with its path; null for nowhere
 * @param sampled the part of all requests that is traced, from 0 to 1
 */
@ConfigurationProperties(prefix = TracingProperties.PREFIX, ignoreUnknownFields = false)
public record TracingProperties(@Nullable URI endpoint, @DefaultValue("1.0") double sampled) {

    public static final String PREFIX = "rollbook.tracing";

    public TracingProperties {
        EnvironmentNames.refuseUnknown(PREFIX, TracingProperties.class, System.getenv().keySet());
        if (endpoint != null && !endpoint.toString().matches("https?://[^/?#]+/[^?#]*")) {
            throw new IllegalArgumentException(
                    "rollbook.tracing.endpoint must be like http://collector:4318/v1/traces, not "
                            + endpoint);
        }
        if (!(sampled >= 0 && sampled <= 1)) {
            throw new IllegalArgumentException(
                    "rollbook.tracing.sampled must be between 0 and 1, not " + sampled);
        }
    }
}
