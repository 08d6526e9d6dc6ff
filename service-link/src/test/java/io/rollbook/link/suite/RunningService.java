package io.rollbook.link.suite;

import io.rollbook.link.server.LinkServerConfiguration;
import io.rollbook.link.server.LinkServiceName;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.net.URI;
import java.util.Base64;

/** A {@link Service} behind the link on a free port, as a service's application would run it. */
public final class RunningService implements AutoCloseable {

    public static final String NAME = "provisioning-core";
    public static final String KEY = Base64.getEncoder().encodeToString(new byte[48]);

    private final ConfigurableApplicationContext context;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(LinkServerConfiguration.class)
    static class Application {}

    public RunningService(Service service) {
        this.context =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.SERVLET)
                        .initializers(
                                (GenericApplicationContext beans) -> {
                                    beans.registerBean("writes", Service.class, () -> service);
                                    beans.registerBean(
                                            LinkServiceName.class, () -> new LinkServiceName(NAME));
                                })
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--rollbook.link.key=" + KEY);
    }

    public URI address() {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        context.close();
    }
}
