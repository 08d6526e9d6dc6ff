package io.rollbook.provisioning.store;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Confines the transaction of a command to the tenant that its metadata names: row-level security
 * shows it no other tenant's rows, and events are stored as this tenant's.
 */
final class TenantScope implements MessageHandlerInterceptor<CommandMessage<?>> {

    static final String TENANT = "tenant";

    private final JdbcClient jdbc;

    TenantScope(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
            throws Exception {
        var tenant = work.getMessage().getMetaData().get(TENANT);
        if (!(tenant instanceof String name) || name.isEmpty()) {
            throw new IllegalArgumentException("A command without a tenant");
        }
        jdbc.sql("select set_config('rollbook.tenant', ?, true)")
                .param(name)
                .query(String.class)
                .single();
        return chain.proceed();
    }
}
