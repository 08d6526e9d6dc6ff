package io.rollbook.provisioning.testing;

import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.UseCaseConfiguration;
import io.rollbook.provisioning.store.StoreConfiguration;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.TokenText;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.Set;

import javax.sql.DataSource;

/** The write side without its relay, on a database of its own or of another one. */
public final class Core implements AutoCloseable {

    private static final Caller OPERATOR =
            new Caller("", Profile.ENTRA, "", "", Set.of(Role.ADMIN));

    private final CoreDatabase database;
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    public Core(CoreDatabase database) {
        this.database = database;
        context.registerBean(
                DataSource.class, database::pool, bean -> bean.setDestroyMethodName(""));
        context.registerBean(PlatformTransactionManager.class, database::transactions);
        context.registerBean(JdbcClient.class, database::jdbc);
        context.register(StoreConfiguration.class, UseCaseConfiguration.class);
        context.refresh();
    }

    public CoreDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public TokenDirectory tokens() {
        return bean(TokenDirectory.class);
    }

    public ScimResponse write(ScimRequest request) {
        return bean("writes", ScimEndpoint.class).handle(request);
    }

    /** As an operator. */
    public ScimResponse administer(ScimMethod method, String path, String body) {
        return bean("administration", ScimEndpoint.class)
                .handle(Requests.of(OPERATOR, method, path, body));
    }

    /** A new tenant of this name with a token, the way operators make one. */
    public Tenant tenant(String name) {
        return tenant(name, "entra");
    }

    public Tenant tenant(String name, String profile) {
        administer(
                ScimMethod.POST,
                "/tenants",
                "{\"name\":\"%s\",\"profile\":\"%s\"}".formatted(name, profile));
        var issued =
                Json.of(administer(ScimMethod.POST, "/tenants/" + name + "/tokens", "").body());
        var caller = tokens().callerOf(TokenText.hash(issued.path("token").asString()));
        return new Tenant(this, caller.orElseThrow());
    }

    /** Stops without touching the database. */
    @Override
    public void close() {
        context.close();
    }
}
