package io.rollbook.provisioning.register;

import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.value.Complex;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashSet;
import java.util.Set;

/**
 * Which users and groups hold values of which schema that their tenant added. Only the first value
 * and the last one cost a statement, and nothing does where there are standard schemas only.
 */
public final class ExtensionUseRegister {

    private final JdbcClient jdbc;

    public ExtensionUseRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the transaction of a change.
     *
     * @param before attributes; empty when the resource is new
     * @param after attributes; empty when it is gone
     * @throws CommandRefused when a schema was removed a moment ago
     */
    public void follow(String tenantId, String resourceId, Complex before, Complex after) {
        var old = added(before);
        var now = added(after);
        for (String urn : now) {
            if (!old.contains(urn)) {
                add(tenantId, urn, resourceId);
            }
        }
        for (String urn : old) {
            if (!now.contains(urn)) {
                remove(tenantId, urn, resourceId);
            }
        }
    }

    /** Extensions are the attributes with a colon in their names (RFC 7643 §2.1, §3.3). */
    private static Set<String> added(Complex attributes) {
        Set<String> urns = Set.of();
        for (String name : attributes.members().keySet()) {
            if (name.indexOf(':') >= 0 && SchemaCatalog.standard().schema(name) == null) {
                urns = urns.isEmpty() ? new HashSet<>() : urns;
                urns.add(SchemaRegister.lower(name));
            }
        }
        return urns;
    }

    private void add(String tenantId, String urn, String resourceId) {
        int added =
                jdbc.sql(
                                """
                                insert into extension_use (tenant, urn, resource)
                                select tenant, urn, ? from schema_register
                                where tenant = ? and urn = ? for key share
                                """)
                        .params(resourceId, tenantId, urn)
                        .update();
        if (added == 0) {
            throw new CommandRefused(
                    ScimError.of(503, "The tenant's schemas are changing; try again"));
        }
    }

    private void remove(String tenantId, String urn, String resourceId) {
        jdbc.sql("delete from extension_use where tenant = ? and urn = ? and resource = ?")
                .params(tenantId, urn, resourceId)
                .update();
    }
}
