package io.rollbook.standalone.e2e;

import io.rollbook.standalone.admin.Tenant;

/** A tenant of one test. */
public record TestTenant(RunningRollbook rollbook, Tenant tenant) {

    public ScimClient scim() {
        return client("scim");
    }

    public ScimClient auditor() {
        return client("audit.read");
    }

    private ScimClient client(String role) {
        var token = rollbook.admin().createToken(tenant.name(), "default", role).token();
        return new ScimClient(rollbook.instance().port(), token);
    }
}
