package io.rollbook.audit.notification.delivery;

import io.rollbook.audit.notification.Notice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** A POST with the notice as JSON, signed. Follows no redirect, and reads no answer. */
public final class WebhookChannel implements Channel {

    /** Seconds of Unix and HMAC-SHA256: {@code t=…,v1=…}. */
    public static final String SIGNATURE = "Rollbook-Signature";

    /** The notice's id: the same in every repetition. */
    public static final String NOTICE = "Rollbook-Notice";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final WebhookKey key;
    private final boolean allowHttp;
    private final boolean allowPrivate;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TIMEOUT)
                    .build();

    /**
     * @param allowHttp whether it may go over the net in the clear
     * @param allowPrivate whether it may go to addresses that are not on the internet
     */
    public WebhookChannel(
            WebhookKey key, boolean allowHttp, boolean allowPrivate, InstantSource clock) {
        this.key = key;
        this.allowHttp = allowHttp;
        this.allowPrivate = allowPrivate;
        this.clock = clock;
    }

    @Override
    public Result send(String target, Notice notice, String body) {
        try {
            var uri = URI.create(target);
            var refused = refused(uri);
            return refused.isPresent() ? refused.get() : post(uri, notice, body);
        } catch (UnknownHostException e) {
            return new Result.Failed("The host is not known");
        } catch (IOException e) {
            return new Result.Failed(e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            return new Result.Refused("The URI cannot be called");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Failed("Stopped");
        }
    }

    /** The JDK remembers what a name resolves to for longer than it takes to connect. */
    private Optional<Result> refused(URI uri) throws UnknownHostException {
        var secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(allowHttp && "http".equalsIgnoreCase(uri.getScheme()))) {
            return Optional.of(new Result.Refused("Only https is called"));
        }
        if (uri.getHost() == null) {
            return Optional.of(new Result.Refused("The URI has no host"));
        }
        if (!allowPrivate
                && !Stream.of(InetAddress.getAllByName(uri.getHost()))
                        .allMatch(PublicAddresses::isPublic)) {
            return Optional.of(new Result.Refused("The host is not on the internet"));
        }
        return Optional.empty();
    }

    private Result post(URI uri, Notice notice, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header("User-Agent", "Rollbook")
                        .header(NOTICE, notice.id())
                        .header(
                                SIGNATURE,
                                key.signature(
                                        notice.tenantId(), clock.instant().getEpochSecond(), body))
                        .POST(BodyPublishers.ofString(body))
                        .build();
        var response = http.send(request, BodyHandlers.ofInputStream());
        // However long it is.
        response.body().close();
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new Result.Delivered();
        }
        var problem = "It answered " + status;
        return status == 410 ? new Result.Refused(problem) : new Result.Failed(problem);
    }
}
