package io.rollbook.gateway.door;

import io.rollbook.gateway.caller.AdminSecret;
import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.caller.CachedTokens;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.exchange.RequestIntake;
import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.report.RefusalReport;

import org.springframework.util.unit.DataSize;

import java.util.Optional;
import java.util.Set;

/**
 * The door of the provisioning log: reading only, for tokens with a role for it, and for operators
 * who want to see who knocked in vain.
 */
public final class AuditDoor {

    static final String PREFIX = "/audit";
    private static final String ALLOW = "GET, HEAD, OPTIONS";

    private final CachedTokens tokens;
    private final AdminSecret operators;
    private final Turnstile turnstile;
    private final RequestIntake intake;
    private final ScimEndpoint auditLog;

    public AuditDoor(
            CachedTokens tokens,
            AdminSecret operators,
            Turnstile turnstile,
            RequestIntake intake,
            ScimEndpoint auditLog) {
        this.tokens = tokens;
        this.operators = operators;
        this.turnstile = turnstile;
        this.intake = intake;
        this.auditLog = auditLog;
    }

    /** An operator reads the server's own log, and no tenant's. */
    private Optional<Caller> readerWith(String credential) {
        return tokens.ownerOf(credential)
                .or(() -> operators.operatorWith(credential).map(AuditDoor::ofTheServer));
    }

    private static Caller ofTheServer(Caller operator) {
        return new Caller(
                RefusalReport.SERVER,
                operator.profile(),
                "administrator",
                operator.tokenId(),
                Set.of(Role.AUDIT_READ, Role.AUDIT_EXPORT));
    }

    /**
     * @param prefix what stands before the path
     * @param form in which refusals are written
     */
    ScimResponse answer(Exchange exchange, String prefix, String path, Refusals form) {
        Optional<Caller> caller =
                BearerCredential.in(exchange.authorization()).flatMap(this::readerWith);
        if (caller.isEmpty()) {
            return Challenge.to(exchange, form);
        }
        exchange.establish(caller.get());
        Optional<ScimResponse> tooMany = turnstile.refusal(exchange, caller.get(), form);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        if (caller.get().terms().lockedOut()) {
            return form.render(Refusals.LOCKED_OUT);
        }
        // Which of the two a path needs is for the service to say.
        if (!caller.get().mayActAs(Role.AUDIT_READ) && !caller.get().mayActAs(Role.AUDIT_EXPORT)) {
            return form.render(Refusals.FORBIDDEN);
        }
        if (exchange.asksForOptions()) {
            return Replies.allowed(ALLOW);
        }
        if (!exchange.reads()) {
            return form.methodNotAllowed(ALLOW);
        }
        ScimRequest request =
                intake.take(
                        exchange,
                        ScimMethod.GET,
                        path,
                        prefix,
                        caller.get(),
                        BodyLimit.of(DataSize.ofBytes(0)),
                        Optional.empty());
        return request.refusal() == null
                ? auditLog.handle(request)
                : form.render(request.refusal());
    }
}
