package io.rollbook.projections.read;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TableOwner;
import io.rollbook.projections.database.TenantScope;
import io.rollbook.projections.database.Transactions;
import io.rollbook.projections.fixture.World;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.util.List;

/**
 * 100,000 users and 5,000 groups, of which the first ten have 10,000 members each and the others
 * ten; written by SQL, because that is quicker than by events. Once for all classes that only read
 * them and ask for their world.
 */
final class ManyRows implements ParameterResolver {

    static final String TENANT = World.newTenant();

    private static final List<String> STATEMENTS =
            List.of(
                    """
                    insert into users
                    select current_setting('rollbook.tenant'), 'u' || i, 'user-' || i, 'x' || i,
                        'User ' || i, timestamptz '2026-03-01Z' + i * interval '1 second',
                        timestamptz '2026-03-01Z' + i * interval '1 minute', 1, convert_to(format('{"id":"u%s"}', i), 'UTF8'),
                        jsonb_build_object(
                            'id', 'u' || i, 'userName', 'user-' || i, 'externalId', 'x' || i,
                            'active', true, 'displayName', 'user ' || i,
                            'meta', jsonb_build_object('lastModified',
                                -- Seconds since the first that Java knows, as the feed writes them.
                                lpad((extract(epoch from timestamptz '2026-03-01Z')::bigint
                                    + i * 60 + 31557014167219200)::text, 17, '0') || '.000000000'),
                            'emails', jsonb_build_array(jsonb_build_object(
                                'value', 'mail-' || i || '@example.com', 'type', 'work')),
                            'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
                            jsonb_build_object('employeeNumber', i::text,
                                'manager', jsonb_build_object('value', 'boss' || i)))
                    from generate_series(1, 100000) i
                    """,
                    """
                    insert into groups
                    select current_setting('rollbook.tenant'), 'g' || i, 'group-' || i, 'x' || i,
                        'Group ' || i, timestamptz '2026-03-01Z' + i * interval '1 second',
                        timestamptz '2026-03-01Z' + i * interval '1 minute', 1, convert_to(format('{"id":"g%s"}', i), 'UTF8'),
                        jsonb_build_object(
                            'id', 'g' || i, 'displayName', 'group-' || i, 'externalId', 'x' || i,
                            'meta', jsonb_build_object('lastModified',
                                lpad((extract(epoch from timestamptz '2026-03-01Z')::bigint
                                    + i * 60 + 31557014167219200)::text, 17, '0') || '.000000000'))
                    from generate_series(1, 5000) i
                    """,
                    """
                    insert into membership
                    select current_setting('rollbook.tenant'), 'g' || g, 'u' || u, 'User'
                    from generate_series(1, 10) g, generate_series(1, 10000) u
                    """,
                    """
                    insert into membership
                    select current_setting('rollbook.tenant'), 'g' || g, 'u' || (g * 17 + u), 'User'
                    from generate_series(11, 5000) g, generate_series(1, 10) u
                    """,
                    """
                    insert into terms
                    select current_setting('rollbook.tenant'), t.attribute,
                        t.prefix || i || t.suffix, 'u' || i
                    from generate_series(1, 100000) i, (values
                        ('emails.value', 'mail-', '@example.com'),
                        ('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber',
                         '', ''),
                        ('urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
                         'boss', ''))
                        t (attribute, prefix, suffix)
                    """,
                    """
                    insert into applied
                    values (current_setting('rollbook.tenant'), 1, 100000, 5000)
                    """);
    private static final String ANALYZE = "analyze users, groups, membership, terms, applied";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
        return extension
                .getRoot()
                .getStore(ExtensionContext.Namespace.create(ManyRows.class))
                .computeIfAbsent(World.class, key -> written(), World.class);
    }

    private static World written() {
        var world = new World();
        write(world.readSide().transactions());
        return world;
    }

    private static void write(Transactions transactions) {
        transactions.run(
                connection -> {
                    TenantScope.enter(connection, TENANT);
                    for (var statement : STATEMENTS) {
                        Sql.of(statement).update(connection);
                    }
                    TableOwner.act(connection, () -> Sql.of(ANALYZE).update(connection));
                    return TENANT;
                });
    }
}
