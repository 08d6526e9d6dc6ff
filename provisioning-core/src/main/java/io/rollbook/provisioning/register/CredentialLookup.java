package io.rollbook.provisioning.register;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.TakenAssertion;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who holds which credential of an OAuth client. */
public final class CredentialLookup {

    /**
     * Compared with where there is no secret, so that an unknown client costs what a known one
     * does.
     */
    private static final String NO_SECRET = "0".repeat(64);

    private final JdbcClient jdbc;

    public CredentialLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Secret(String credentialId, String hash) {}

    /**
     * The credential that a secret belongs to. Across tenants.
     *
     * @param secretHash compared in constant time with each secret of the client
     */
    public Optional<String> credentialWith(String clientId, String secretHash, Instant now) {
        var secrets =
                jdbc.sql(
                                """
                                select credential, secret_hash from client_credential
                                where client = ? and secret_hash is not null and expires_at > ?
                                """)
                        .params(clientId, Timestamp.from(now))
                        .query(
                                (row, number) ->
                                        new Secret(
                                                row.getString("credential"),
                                                row.getString("secret_hash")))
                        .list();
        var given = secretHash.getBytes(StandardCharsets.US_ASCII);
        var found = Optional.<String>empty();
        for (var secret : secrets) {
            if (isSame(secret.hash(), given)) {
                found = Optional.of(secret.credentialId());
            }
        }
        return secrets.isEmpty() && isSame(NO_SECRET, given) ? Optional.empty() : found;
    }

    /** Across tenants. */
    public List<ClientTrust> trustsOf(String clientId) {
        return jdbc.sql(
                        """
                        select credential, issuer, subject, audience, jwks_uri
                        from client_credential where client = ? and issuer is not null
                        order by credential
                        """)
                .param(clientId)
                .query(
                        (row, number) ->
                                new ClientTrust(
                                        row.getString("credential"),
                                        row.getString("issuer"),
                                        row.getString("subject"),
                                        row.getString("audience"),
                                        row.getString("jwks_uri")))
                .list();
    }

    /** Across tenants. */
    public Optional<Caller> callerOf(String credentialId, Instant now) {
        return jdbc.sql(
                        """
                        select k.tenant, t.profile, c.connection, k.credential as token, c.roles,
                            n.settings, t.limits, t.suspended, t.deletion_ends_at
                        from client_credential k
                            join client_register c using (client)
                            join tenant_register t on t.tenant = k.tenant
                            join connection_register n
                                on n.tenant = k.tenant and n.connection = c.connection
                        where k.credential = ? and (k.expires_at is null or k.expires_at > ?)
                        """)
                .params(credentialId, Timestamp.from(now))
                .query((row, number) -> TokenRegister.caller(row))
                .optional();
    }

    /**
     * Remembers an assertion until its end, in the tenant's transaction.
     *
     * @return false when it was taken before
     */
    public boolean isFirst(String tenantId, String idHash, TakenAssertion assertion, Instant now) {
        jdbc.sql("delete from client_assertion where credential = ? and expires_at < ?")
                .params(assertion.credentialId(), Timestamp.from(now))
                .update();
        return jdbc.sql(
                                """
                                insert into client_assertion (tenant, credential, id_hash, expires_at)
                                values (?, ?, ?, ?) on conflict do nothing
                                """)
                        .param(tenantId)
                        .param(assertion.credentialId())
                        .param(idHash)
                        .param(Timestamp.from(assertion.expiresAt()))
                        .update()
                == 1;
    }

    /** Notes in the tenant's transaction that a credential got an access token. */
    public void markUsed(String tenantId, String credentialId, Instant now) {
        jdbc.sql(
                        """
                        update client_credential set last_used_at = ?
                        where tenant = ? and credential = ?
                        """)
                .params(Timestamp.from(now), tenantId, credentialId)
                .update();
    }

    private static boolean isSame(String hash, byte[] given) {
        return MessageDigest.isEqual(hash.getBytes(StandardCharsets.US_ASCII), given);
    }
}
