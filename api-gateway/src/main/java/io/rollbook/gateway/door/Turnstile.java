package io.rollbook.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.limit.Admission;
import io.rollbook.gateway.limit.Limit;
import io.rollbook.gateway.limit.Limiter;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.report.Reports;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Lets through what a caller may ask for, and answers the rest with 429 (RFC 6585 §4). Every answer
 * behind it tells the caller where it stands. What is refused here is counted for the log, not
 * entered one by one: a flood of requests must not become a flood of entries. Nor may it become a
 * flood of refusals: those that come too fast are held back.
 */
public final class Turnstile {

    private final Limiter limiter;
    private final Reports reports;
    private final MeterRegistry meters;

    public Turnstile(Limiter limiter, Reports reports, MeterRegistry meters) {
        this.limiter = limiter;
        this.reports = reports;
        this.meters = meters;
    }

    /**
     * @param form in which a refusal is written
     * @return the refusal; empty when the request may go on
     */
    public Optional<ScimResponse> refusal(Exchange exchange, Caller caller, Refusals form) {
        Admission admission = limiter.admit(caller);
        exchange.announce("RateLimit-Policy", admission.policy());
        exchange.announce("RateLimit", admission.state());
        return switch (admission) {
            case Admission.Granted(var _, var _, var end) -> {
                exchange.whenDone(end);
                yield Optional.empty();
            }
            case Admission.Refused(var _, var _, var limit, var retryAfter, var held) -> {
                meters.counter("rollbook.gateway.limited", "limit", limit.label()).increment();
                reports.limited(caller, limit.label(), exchange.writes());
                exchange.holdBack(held);
                yield Optional.of(tooMany(form, limit, retryAfter));
            }
        };
    }

    private static ScimResponse tooMany(Refusals form, Limit limit, Duration retryAfter) {
        long seconds = Math.max(1, Math.ceilDiv(retryAfter.toMillis(), 1_000L));
        return form.render(
                ScimError.of(
                        429,
                        limit.sentence() + " Try again in " + seconds + " s; nothing was done."),
                Map.of("Retry-After", Long.toString(seconds)));
    }
}
