package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.register.TokenRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.TokenDirectory;

import java.time.InstantSource;
import java.util.Optional;

/** Answers from the token register, so that a revoked token stops working with its event. */
public final class RegisteredTokens implements TokenDirectory {

    private final Transactions transactions;
    private final TokenRegister tokens;
    private final InstantSource clock;

    public RegisteredTokens(Transactions transactions, TokenRegister tokens, InstantSource clock) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> callerOf(String tokenHash) {
        return transactions.acrossTenants(() -> tokens.callerOf(tokenHash, clock.instant()));
    }
}
