package io.rollbook.gateway.running;

import io.rollbook.link.server.LinkServerConfiguration;
import io.rollbook.link.server.LinkServiceName;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.util.Base64;
import java.util.Map;

/** A service of its own behind the link, serving some of the {@link Services}. */
public final class RunningService implements AutoCloseable {

    public static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(LinkServerConfiguration.class)
    static class Application {}

    public RunningService(String name, Services services, Map<String, ScimEndpoint> endpoints) {
        context =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.SERVLET)
                        .initializers(
                                (GenericApplicationContext beans) -> {
                                    beans.registerBean(
                                            LinkServiceName.class, () -> new LinkServiceName(name));
                                    beans.registerBean(
                                            TokenDirectory.class, () -> services::callerOf);
                                    beans.registerBean(Visibility.class, () -> services::await);
                                    beans.registerBean(
                                            Readiness.class, () -> services::notReadyBecause);
                                    endpoints.forEach(
                                            (bean, endpoint) ->
                                                    beans.registerBean(
                                                            bean,
                                                            ScimEndpoint.class,
                                                            () -> endpoint));
                                })
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--rollbook.link.key=" + KEY);
    }

    public String address() {
        return "http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }
}
