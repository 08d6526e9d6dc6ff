package io.rollbook.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The gateway as a process of its own, in front of services that it reaches over the link. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({RemoteServicesConfiguration.class, GatewayConfiguration.class})
public class GatewayApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }
}
