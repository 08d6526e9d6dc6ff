package io.rollbook.provisioning.register;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.connection.event.ClientSecretAdded;
import io.rollbook.provisioning.connection.event.ClientTrustAdded;
import io.rollbook.scim.seam.Role;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The OAuth clients of a tenant with their credentials; what was removed is in here no more. */
public final class ClientRegister {

    private static final RowMapper<CredentialEntry> CREDENTIAL =
            (row, number) ->
                    new CredentialEntry(
                            row.getString("credential"),
                            row.getString("client"),
                            row.getString("last_four"),
                            row.getString("issuer"),
                            row.getString("subject"),
                            row.getString("audience"),
                            row.getString("jwks_uri"),
                            instant(row, "expires_at"),
                            instant(row, "last_used_at"));

    private final JdbcClient jdbc;

    public ClientRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(AggregateId connection, String clientId, Role role) {
        jdbc.sql(
                        """
                        insert into client_register (client, tenant, connection, roles)
                        values (?, ?, ?, ?)
                        """)
                .param(clientId)
                .param(connection.tenantId())
                .param(connection.id())
                .param(new String[] {role.label()})
                .update();
    }

    public void add(String tenantId, ClientSecretAdded secret) {
        jdbc.sql(
                        """
                        insert into client_credential
                            (credential, client, tenant, secret_hash, last_four, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(secret.credentialId())
                .param(secret.clientId())
                .param(tenantId)
                .param(secret.secretHash())
                .param(secret.lastFour())
                .param(Timestamp.from(secret.expiresAt()))
                .update();
    }

    public void add(String tenantId, ClientTrustAdded trust) {
        jdbc.sql(
                        """
                        insert into client_credential
                            (credential, client, tenant, issuer, subject, audience, jwks_uri)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(trust.credentialId())
                .param(trust.clientId())
                .param(tenantId)
                .param(trust.issuer())
                .param(trust.subject())
                .param(trust.audience())
                .param(trust.jwksUri())
                .update();
    }

    public void removeCredential(String tenantId, String credentialId) {
        jdbc.sql("delete from client_credential where tenant = ? and credential = ?")
                .params(tenantId, credentialId)
                .update();
    }

    /** With all of its credentials. */
    public void remove(String tenantId, String clientId) {
        jdbc.sql("delete from client_register where tenant = ? and client = ?")
                .params(tenantId, clientId)
                .update();
    }

    /** All of a connection. */
    public void removeAll(String tenantId, String connectionId) {
        jdbc.sql("delete from client_register where tenant = ? and connection = ?")
                .params(tenantId, connectionId)
                .update();
    }

    /** The connection that a client belongs to. */
    public Optional<AggregateId> connectionOf(String tenantId, String clientId) {
        return jdbc.sql("select connection from client_register where tenant = ? and client = ?")
                .params(tenantId, clientId)
                .query(String.class)
                .optional()
                .map(connection -> AggregateId.connection(tenantId, connection));
    }

    /**
     * In the order of their ids, which is that of their making.
     *
     * @param after the id that the page begins behind, empty for the first page
     */
    public List<ClientEntry> page(String tenantId, String after, int count) {
        return jdbc.sql(
                        """
                        select client, connection, roles from client_register
                        where tenant = ? and client > ? order by client limit ?
                        """)
                .params(tenantId, after, count)
                .query(
                        (row, number) ->
                                new ClientEntry(
                                        row.getString("client"),
                                        row.getString("connection"),
                                        List.of((String[]) row.getArray("roles").getArray())))
                .list();
    }

    public List<CredentialEntry> credentialsOf(String tenantId, List<String> clientIds) {
        return jdbc.sql(
                        """
                        select credential, client, last_four, issuer, subject, audience, jwks_uri,
                            expires_at, last_used_at
                        from client_credential where tenant = ? and client = any (?)
                        order by credential
                        """)
                .param(tenantId)
                .param(clientIds.toArray(String[]::new))
                .query(CREDENTIAL)
                .list();
    }

    @SuppressWarnings("NullAway") // the records take null where there is none
    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
