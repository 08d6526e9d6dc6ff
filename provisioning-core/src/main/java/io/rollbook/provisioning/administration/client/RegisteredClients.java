package io.rollbook.provisioning.administration.client;

import io.rollbook.provisioning.register.CredentialLookup;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.TakenAssertion;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Answers from the register, so that what is removed stops working with its event. */
public final class RegisteredClients implements ClientDirectory {

    private final Transactions transactions;
    private final CredentialLookup credentials;
    private final InstantSource clock;

    public RegisteredClients(
            Transactions transactions, CredentialLookup credentials, InstantSource clock) {
        this.transactions = transactions;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> callerWith(String clientId, String secretHash) {
        var now = clock.instant();
        var caller =
                transactions.acrossTenants(
                        () ->
                                credentials
                                        .credentialWith(clientId, secretHash, now)
                                        .flatMap(id -> credentials.callerOf(id, now)));
        caller.ifPresent(this::markUsed);
        return caller;
    }

    @Override
    public List<ClientTrust> trustsOf(String clientId) {
        return transactions.acrossTenants(() -> credentials.trustsOf(clientId));
    }

    @Override
    public Optional<Caller> callerWith(TakenAssertion assertion) {
        return callerOf(assertion.credentialId())
                .filter(caller -> isFirst(caller, assertion))
                .map(
                        caller -> {
                            markUsed(caller);
                            return caller;
                        });
    }

    @Override
    public Optional<Caller> callerOf(String credentialId) {
        return transactions.acrossTenants(
                () -> credentials.callerOf(credentialId, clock.instant()));
    }

    private boolean isFirst(Caller caller, TakenAssertion assertion) {
        var idHash = assertion.idHash();
        var tenantId = caller.tenantId();
        return idHash == null
                || transactions.inTenant(
                        tenantId,
                        () -> credentials.isFirst(tenantId, idHash, assertion, clock.instant()));
    }

    private void markUsed(Caller caller) {
        var tenantId = caller.tenantId();
        transactions.inTenant(
                tenantId,
                () -> {
                    credentials.markUsed(tenantId, caller.tokenId(), clock.instant());
                    return null;
                });
    }
}
