package io.rollbook.gateway.running;

import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.TokenText;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The services behind the gateway, small but whole: endpoints, tokens, visibility, readiness. */
public final class Services implements TokenDirectory, Visibility, Readiness {

    public final Endpoint reads = new Endpoint();
    public final Endpoint writes = new Endpoint();
    public final Endpoint administration = new Endpoint();
    public final Endpoint projectionsAdministration = new Endpoint();
    public final Endpoint auditLog = new Endpoint();
    public final Endpoint refusalReports = new Endpoint();
    public final Endpoint auditAdministration = new Endpoint();

    public final StoppableClock clockOfLimits = new StoppableClock();
    public final Clients clients = new Clients();

    public final AtomicInteger lookUps = new AtomicInteger();
    public final String scimToken = TokenText.generate(new SecureRandom());
    public final String auditToken = TokenText.generate(new SecureRandom());
    public final String adminToken = TokenText.generate(new SecureRandom());
    public final String lockedOutToken = TokenText.generate(new SecureRandom());

    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private volatile Visibility visible = (tenant, written, atMost) -> true;
    private volatile Optional<String> missing = Optional.empty();
    private volatile Optional<String> missingOfLog = Optional.empty();
    private volatile Optional<RuntimeException> away = Optional.empty();

    public Services() {
        callers.put(TokenText.hash(scimToken), caller("tenant-1", Role.SCIM));
        callers.put(TokenText.hash(auditToken), caller("tenant-1", Role.AUDIT_READ));
        callers.put(TokenText.hash(adminToken), caller("tenant-1", Role.ADMIN));
        callers.put(
                TokenText.hash(lockedOutToken),
                new Caller(
                        "tenant-2",
                        Profile.ENTRA,
                        "connection-2",
                        "token-2",
                        Set.of(Role.values()),
                        CallerTerms.DEFAULT.whileLockedOut()));
    }

    public void reset() {
        List.of(
                        reads,
                        writes,
                        administration,
                        projectionsAdministration,
                        auditLog,
                        refusalReports,
                        auditAdministration)
                .forEach(Endpoint::reset);
        visible = (tenant, written, atMost) -> true;
        missing = Optional.empty();
        missingOfLog = Optional.empty();
        away = Optional.empty();
    }

    public void visibleWhen(Visibility rule) {
        visible = rule;
    }

    public void directoryIsAway(RuntimeException fault) {
        away = Optional.of(fault);
    }

    public void missing(String sentence) {
        missing = Optional.of(sentence);
    }

    public void missingOfLog(String sentence) {
        missingOfLog = Optional.of(sentence);
    }

    @Override
    public Optional<Caller> callerOf(String tokenHash) {
        lookUps.incrementAndGet();
        away.ifPresent(
                fault -> {
                    throw fault;
                });
        return Optional.ofNullable(callers.get(tokenHash));
    }

    @Override
    public boolean await(String tenantId, List<Written> written, Duration atMost) {
        return visible.await(tenantId, written, atMost);
    }

    @Override
    public Optional<String> notReadyBecause() {
        return missing;
    }

    Optional<String> logNotReadyBecause() {
        return missingOfLog;
    }

    private static Caller caller(String tenant, Role role) {
        return new Caller(tenant, Profile.ENTRA, "connection-1", "token-1", Set.of(role));
    }
}
