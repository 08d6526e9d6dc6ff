package io.rollbook.provisioning.store;

import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.Collection;
import java.util.List;

/**
 * Carries commands to their handlers, each in one transaction that is confined to one tenant. The
 * command's metadata is copied to the events that it causes.
 */
public final class CommandHandling {

    private final CommandBus bus;
    private final CommandGateway gateway;

    /**
     * @param metaData the keys that are copied
     */
    public CommandHandling(
            PlatformTransactionManager transactions, JdbcClient jdbc, Collection<String> metaData) {
        CommandClock.start();
        var simple =
                SimpleCommandBus.builder()
                        .transactionManager(new SpringTransactionManager(transactions))
                        .build();
        simple.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(
                        List.of(
                                new SimpleCorrelationDataProvider(
                                        metaData.toArray(String[]::new)))));
        simple.registerHandlerInterceptor(new TenantScope(jdbc));
        simple.registerHandlerInterceptor(new RequireCurrent());
        this.bus = simple;
        this.gateway = DefaultCommandGateway.builder().commandBus(simple).build();
    }

    /** Takes on the methods of the handler that are annotated as command handlers. */
    public void subscribe(Object handler) {
        new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus);
    }

    public CommandGateway gateway() {
        return gateway;
    }
}
