package io.rollbook.provisioning.administration.token;

import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.TokenDirectory;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Answers from the token register, so that a revoked token stops working with its event. A gateway
 * asks anew every few seconds for as long as a token is used, so this also knows of its use.
 */
public final class RegisteredTokens implements TokenDirectory {

    private final Transactions transactions;
    private final TokenRegister tokens;
    private final TokenUses uses;
    private final InstantSource clock;

    public RegisteredTokens(
            Transactions transactions, TokenRegister tokens, TokenUses uses, InstantSource clock) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> callerOf(String tokenHash) {
        var now = clock.instant();
        var caller = transactions.acrossTenants(() -> tokens.callerOf(tokenHash, now));
        caller.ifPresent(found -> uses.remember(found.tokenId(), now));
        return caller;
    }
}
