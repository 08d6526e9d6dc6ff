package io.rollbook.provisioning.administration.token;

import io.rollbook.provisioning.register.TokenUseRegister;
import io.rollbook.provisioning.register.TokenUseRegister.Use;
import io.rollbook.provisioning.transaction.Transactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers when tokens were used and notes it for all of them at once, so that no request writes.
 * What was not noted when the process dies is forgotten. Thread-safe.
 */
public final class TokenUses {

    private final Transactions transactions;
    private final TokenUseRegister register;
    private final ConcurrentHashMap<String, Instant> remembered = new ConcurrentHashMap<>();

    public TokenUses(Transactions transactions, TokenUseRegister register) {
        this.transactions = transactions;
        this.register = register;
    }

    void remember(String tokenId, Instant at) {
        remembered.merge(tokenId, at, TokenUses::later);
    }

    /** Notes what is remembered; when that fails it stays remembered. */
    public void note() {
        var uses = new ArrayList<Use>();
        for (String token : remembered.keySet()) {
            Instant at = remembered.remove(token);
            if (at != null) {
                uses.add(new Use(token, at));
            }
        }
        if (uses.isEmpty()) {
            return;
        }
        try {
            transactions.acrossTenants(
                    () -> {
                        register.note(uses);
                        return null;
                    });
        } catch (RuntimeException e) {
            uses.forEach(use -> remember(use.tokenId(), use.at()));
            throw e;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
