package io.rollbook.standalone.context;

import io.rollbook.standalone.Refusal;

import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AotApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

import java.util.Map;

/**
 * Spring contexts of services that share a process, as {@link PrepareContexts} has written them
 * down. Plain ones: what {@code SpringApplication} adds (banner, configuration files, a shutdown
 * hook, the logging system) belongs to a process of its own.
 */
public final class ServiceContexts {

    private ServiceContexts() {}

    /**
     * A service that only other parts of this process reach.
     *
     * @param beans what it finds in its context, made already, by name
     */
    public static ConfigurableApplicationContext inner(
            Class<?> configuration, Map<String, Object> settings, Map<String, Object> beans) {
        return started(new GenericApplicationContext(), configuration, settings, beans);
    }

    /** The same with a web server. */
    public static ConfigurableApplicationContext web(
            Class<?> configuration, Map<String, Object> settings, Map<String, Object> beans) {
        try {
            return started(
                    new ServletWebServerApplicationContext(), configuration, settings, beans);
        } catch (ApplicationContextException e) {
            throw e.getCause() instanceof PortInUseException taken ? refusal(taken) : e;
        }
    }

    /** It was free when the start began. */
    private static Refusal refusal(PortInUseException taken) {
        return new Refusal(
                "Port %d for HTTP was taken by another process during the start; start again."
                        .formatted(taken.getPort()),
                taken);
    }

    private static ConfigurableApplicationContext started(
            GenericApplicationContext context,
            Class<?> configuration,
            Map<String, Object> settings,
            Map<String, Object> beans) {
        AotApplicationContextInitializer.forInitializerClasses(
                        PrepareContexts.initializerOf(configuration))
                .initialize(context);
        context.getBeanFactory().registerSingleton("messageSource", new NoMessages());
        beans.forEach(context.getBeanFactory()::registerSingleton);
        // First: the command line decides, whatever the environment says.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("standalone", settings));
        try {
            context.refresh();
            return context;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }
}
