package io.rollbook.provisioning.aggregate;

/**
 * The name of an aggregate in the event store. The tenant is part of it, so that another tenant's
 * id names nothing.
 */
public record AggregateId(String tenantId, AggregateType type, String id) {

    public static AggregateId user(String tenantId, String id) {
        return new AggregateId(tenantId, AggregateType.USER, id);
    }

    public static AggregateId group(String tenantId, String id) {
        return new AggregateId(tenantId, AggregateType.GROUP, id);
    }

    public static AggregateId tenant(String tenantId) {
        return new AggregateId(tenantId, AggregateType.TENANT, tenantId);
    }

    public static AggregateId connection(String tenantId, String id) {
        return new AggregateId(tenantId, AggregateType.CONNECTION, id);
    }

    /** For example {@code 0198…/user/0199…}. */
    public String text() {
        return tenantId + '/' + type.label() + '/' + id;
    }
}
