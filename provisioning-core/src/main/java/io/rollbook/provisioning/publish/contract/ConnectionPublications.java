package io.rollbook.provisioning.publish.contract;

import io.rollbook.contract.Cause;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionNotifications;
import io.rollbook.provisioning.connection.event.ConnectionSettings;
import io.rollbook.provisioning.limit.Limits;

/** A connection's settings in the contract's terms. */
final class ConnectionPublications {

    private ConnectionPublications() {}

    static ConnectionConfigured configured(
            String id, long version, ConnectionSettings settings, Cause cause) {
        var told = settings.notifications();
        return new ConnectionConfigured(
                id,
                version,
                settings.profile(),
                limits(settings.limits()),
                new ConnectionNotifications(
                        told.emails(),
                        told.webhook(),
                        told.massDeletionThreshold(),
                        told.cycleGapMinutes()),
                settings.reviveInactive(),
                cause);
    }

    static ConnectionLimits limits(Limits limits) {
        return new ConnectionLimits(
                limits.requestsPerSecond(),
                limits.burst(),
                limits.concurrentRequests(),
                limits.bodyBytes(),
                limits.patchOperations(),
                limits.bulkOperations(),
                limits.members(),
                limits.pageSize(),
                limits.filterDepth());
    }
}
