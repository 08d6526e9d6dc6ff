package io.rollbook.provisioning.register;

import io.rollbook.provisioning.group.event.MemberType;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which users and groups a tenant has, and which names they hold: a userName or a group's
 * displayName belongs to one at a time, whatever its case.
 */
public final class ResourceRegister {

    private final JdbcClient jdbc;

    public ResourceRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for a transaction that is about to take the same name.
     *
     * @param display what is shown of it where it is a member or has members; null for nothing
     * @return false when the name is taken
     */
    public boolean add(
            String tenantId,
            MemberType type,
            String id,
            UniqueName name,
            @Nullable String display) {
        return jdbc.sql(
                                """
                                insert into resource_register (tenant, type, id, name, display)
                                values (?, ?, ?, ?, ?) on conflict (tenant, type, name) do nothing
                                """)
                        .param(tenantId)
                        .param(type.label())
                        .param(id)
                        .param(name.folded())
                        .param(display)
                        .update()
                == 1;
    }

    /**
     * @return false when the name is taken, and then the transaction can only be rolled back
     */
    public boolean rename(String tenantId, String id, UniqueName name, @Nullable String display) {
        try {
            jdbc.sql(
                            """
                            update resource_register set name = ?, display = ?
                            where tenant = ? and id = ?
                            """)
                    .param(name.folded())
                    .param(display)
                    .param(tenantId)
                    .param(id)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public void remove(String tenantId, String id) {
        jdbc.sql("delete from resource_register where tenant = ? and id = ?")
                .params(tenantId, id)
                .update();
    }

    /** Whose name it is. */
    public Optional<String> idOf(String tenantId, MemberType type, UniqueName name) {
        return jdbc.sql(
                        "select id from resource_register where tenant = ? and type = ? and name ="
                                + " ?")
                .params(tenantId, type.label(), name.folded())
                .query(String.class)
                .optional();
    }

    /**
     * What the ids stand for; an id that stands for nothing in this tenant is missing. None of them
     * can be deleted before this transaction ends.
     */
    public Map<String, MemberType> typesOf(String tenantId, Collection<String> ids) {
        var types = new HashMap<String, MemberType>();
        jdbc.sql(
                        """
                        select r.id, r.type from unnest(?) as wanted (id) cross join lateral (
                            select id, type from resource_register
                            where tenant = ? and id = wanted.id offset 0 for key share) as r
                        """)
                .param(ids.toArray(String[]::new))
                .param(tenantId)
                .query(
                        row -> {
                            types.put(row.getString(1), MemberType.ofLabel(row.getString(2)));
                        });
        return types;
    }
}
