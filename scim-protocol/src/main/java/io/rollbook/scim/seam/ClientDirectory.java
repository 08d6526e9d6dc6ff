package io.rollbook.scim.seam;

import java.util.List;
import java.util.Optional;

/**
 * The OAuth clients of all tenants, for whoever hands out access tokens. Throws {@link Unavailable}
 * when the answer cannot be had.
 */
public interface ClientDirectory {

    /**
     * Who shows this secret. The caller's token id is the credential's.
     *
     * @param secretHash {@link SecretText#hash} of what was shown
     * @return empty for an unknown client as for a wrong, expired or removed secret
     */
    Optional<Caller> callerWith(String clientId, String secretHash);

    /**
     * Whose signatures a client may show.
     *
     * @return empty for an unknown client as for one that has none
     */
    List<ClientTrust> trustsOf(String clientId);

    /**
     * Who shows an assertion whose signature and claims are in order.
     *
     * @return empty when it was taken before, or when the credential is gone
     */
    Optional<Caller> callerWith(TakenAssertion assertion);

    /**
     * Who holds access tokens that were got by a credential, as of now.
     *
     * @return empty when the credential, its client, connection or tenant is gone or suspended
     */
    Optional<Caller> callerOf(String credentialId);
}
