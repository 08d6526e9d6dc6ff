package io.rollbook.gateway.caller;

import io.rollbook.gateway.oidc.OidcAdministrators;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenText;

import java.util.Optional;

/**
 * Who administers: the bearer of the installation's secret, of a tenant's token with the role for
 * it, or of a token of the OpenID provider.
 */
public final class Administrators {

    private final AdminSecret secret;
    private final CachedTokens tokens;
    private final Optional<OidcAdministrators> provider;

    public Administrators(
            AdminSecret secret, CachedTokens tokens, Optional<OidcAdministrators> provider) {
        this.secret = secret;
        this.tokens = tokens;
        this.provider = provider;
    }

    /**
     * Throws {@link io.rollbook.scim.seam.Unavailable} when nobody can be asked.
     *
     * @return empty for a credential that is nobody's; 403 for one that is not an administrator's
     */
    public Optional<Outcome<Caller>> with(String credential) {
        Optional<Caller> operator = secret.operatorWith(credential);
        if (operator.isPresent()) {
            return operator.map(Outcome::accepted);
        }
        if (TokenText.isWellFormed(credential)) {
            return tokens.ownerOf(credential)
                    .filter(caller -> caller.mayActAs(Role.ADMIN))
                    .map(Outcome::accepted);
        }
        return provider.flatMap(known -> known.administratorWith(credential));
    }
}
