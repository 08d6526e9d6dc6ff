package io.rollbook.provisioning.register;

import io.rollbook.scim.seam.Profile;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;

/** Which tenants there are; their names are unique. */
public final class TenantRegister {

    private static final RowMapper<TenantEntry> ENTRY =
            (row, number) ->
                    new TenantEntry(
                            row.getString("tenant"),
                            row.getString("name"),
                            Profile.valueOf(row.getString("profile")));

    private final JdbcClient jdbc;

    public TenantRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @return false when the name is taken
     */
    public boolean add(String tenantId, String name, Profile profile) {
        return jdbc.sql(
                                """
                                insert into tenant_register (tenant, name, profile) values (?, ?, ?)
                                on conflict (name) do nothing
                                """)
                        .params(tenantId, name, profile.name())
                        .update()
                == 1;
    }

    /** Across tenants. */
    public List<TenantEntry> all() {
        return jdbc.sql("select tenant, name, profile from tenant_register order by name")
                .query(ENTRY)
                .list();
    }

    /** Across tenants. */
    public Optional<TenantEntry> find(String nameOrId) {
        return jdbc.sql(
                        """
                        select tenant, name, profile from tenant_register
                        where name = ? or tenant = ?
                        order by name = ? desc limit 1
                        """)
                .params(nameOrId, nameOrId, nameOrId)
                .query(ENTRY)
                .optional();
    }
}
