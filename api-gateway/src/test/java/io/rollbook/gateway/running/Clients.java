package io.rollbook.gateway.running;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.ClientTrust;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.SecretText;
import io.rollbook.scim.seam.TakenAssertion;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** OAuth clients in memory. The first has a secret and whatever trusts a test adds. */
public final class Clients implements ClientDirectory {

    public static final String CLIENT = "client-1";

    public final String secret = SecretText.OF_CLIENT.generate(new SecureRandom());
    public final List<ClientTrust> trusts = new CopyOnWriteArrayList<>();
    public final AtomicInteger questions = new AtomicInteger();

    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    public Clients() {
        restore();
    }

    public void restore() {
        trusts.clear();
        callers.clear();
        for (var credential : List.of("secret-1", "trust-1", "trust-2")) {
            callers.put(
                    credential,
                    new Caller(
                            "tenant-1",
                            Profile.ENTRA,
                            "connection-1",
                            credential,
                            Set.of(Role.SCIM)));
        }
    }

    public void remove(String credentialId) {
        callers.remove(credentialId);
    }

    @Override
    public Optional<Caller> callerWith(String clientId, String secretHash) {
        questions.incrementAndGet();
        return clientId.equals(CLIENT) && secretHash.equals(SecretText.hash(secret))
                ? callerOf("secret-1")
                : Optional.empty();
    }

    @Override
    public List<ClientTrust> trustsOf(String clientId) {
        return clientId.equals(CLIENT) ? List.copyOf(trusts) : List.of();
    }

    @Override
    public Optional<Caller> callerWith(TakenAssertion assertion) {
        var id = assertion.idHash();
        return id == null || taken.add(assertion.credentialId() + id)
                ? callerOf(assertion.credentialId())
                : Optional.empty();
    }

    @Override
    public Optional<Caller> callerOf(String credentialId) {
        questions.incrementAndGet();
        return Optional.ofNullable(callers.get(credentialId));
    }
}
