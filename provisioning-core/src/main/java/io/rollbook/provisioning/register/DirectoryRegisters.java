package io.rollbook.provisioning.register;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/** What the registers know of a tenant's users, groups and schemas, to be emptied. */
public final class DirectoryRegisters {

    /** In this order: a schema is used by resources. */
    private static final List<String> TABLES =
            List.of(
                    "membership_register",
                    "departure",
                    "extension_use",
                    "resource_register",
                    "schema_register");

    private final JdbcClient jdbc;

    public DirectoryRegisters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Deletes a piece of what is there, in the tenant's transaction.
     *
     * @param most how many rows
     * @return how many rows it were; 0 when nothing is left
     */
    public int erase(String tenantId, int most) {
        for (String table : TABLES) {
            int erased =
                    jdbc.sql(
                                    """
                                    delete from %1$s where ctid = any (array(
                                        select ctid from %1$s where tenant = ? limit ?))
                                    """
                                            .formatted(table))
                            .params(tenantId, most)
                            .update();
            if (erased > 0) {
                return erased;
            }
        }
        return 0;
    }
}
