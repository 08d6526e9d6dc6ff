package io.rollbook.provisioning;

import io.rollbook.provisioning.publish.PublishConfiguration;
import io.rollbook.provisioning.settings.CoreProperties;
import io.rollbook.provisioning.store.StoreConfiguration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the write side needs, with a web server or without. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoreProperties.class)
@Import({
    DatabaseConfiguration.class,
    StoreConfiguration.class,
    UseCaseConfiguration.class,
    PublishConfiguration.class
})
public class ProvisioningCoreConfiguration {}
