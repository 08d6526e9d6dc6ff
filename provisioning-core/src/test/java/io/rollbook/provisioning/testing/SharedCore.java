package io.rollbook.provisioning.testing;

import io.rollbook.provisioning.CoreDatabase;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.util.concurrent.atomic.AtomicInteger;

/** Hands out one write side for all test classes that do not count what others do, and tenants. */
public final class SharedCore implements ParameterResolver {

    private final AtomicInteger tenants = new AtomicInteger();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        Class<?> type = parameter.getParameter().getType();
        return type == Core.class || type == Tenant.class;
    }

    /** A tenant is a new one for each parameter. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        var core =
                extension
                        .getRoot()
                        .getStore(ExtensionContext.Namespace.create(SharedCore.class))
                        .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                        .core();
        return parameter.getParameter().getType() == Core.class
                ? core
                : core.tenant(
                        "tenant-"
                                + Long.toString(System.nanoTime(), 36)
                                + tenants.incrementAndGet());
    }

    private record Running(Core core) implements AutoCloseable {

        Running() {
            this(new Core(new CoreDatabase("shared_core")));
        }

        @Override
        public void close() {
            core.close();
            core.database().close();
        }
    }
}
