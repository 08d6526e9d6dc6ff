package io.rollbook.gateway.oauth.assertion;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches documents from addresses that others chose: by HTTPS, from public hosts, without
 * following redirects, so large and so long at most. Thread-safe.
 */
final class Documents implements AutoCloseable {

    private final boolean allowHttp;
    private final int largest;
    private final Duration timeout;
    private final DnsResolver hosts;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable CloseableHttpClient http;

    /**
     * @param largest of one document, in bytes
     * @param timeout for one document, from the first byte to the last
     */
    Documents(boolean allowHttp, boolean allowPrivate, int largest, Duration timeout) {
        this.allowHttp = allowHttp;
        this.largest = largest;
        this.timeout = timeout;
        this.hosts = allowPrivate ? SystemDefaultDnsResolver.INSTANCE : new PublicHosts();
    }

    /** Made for the first document, as it reads all certificates that the platform trusts. */
    private synchronized CloseableHttpClient http() {
        if (http == null) {
            http = client();
        }
        return http;
    }

    private CloseableHttpClient client() {
        var limit = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(
                        PoolingHttpClientConnectionManagerBuilder.create()
                                .setDnsResolver(hosts)
                                .setDefaultConnectionConfig(
                                        ConnectionConfig.custom()
                                                .setConnectTimeout(limit)
                                                .setSocketTimeout(limit)
                                                .build())
                                .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(limit)
                                .setResponseTimeout(limit)
                                .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .setUserAgent("Rollbook")
                .build();
    }

    /**
     * A document as it is.
     *
     * @throws IOException when it cannot or may not be had; the message tells no more than that
     */
    byte[] fetch(String address) throws IOException {
        var request = new HttpGet(checked(address));
        request.setHeader("Accept", "application/json");
        var work = workers.submit(() -> http().execute(request, this::read));
        try {
            return work.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            throw new IOException("not within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new IOException("not to be had", e.getCause());
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private URI checked(String address) throws IOException {
        try {
            var uri = new URI(address);
            boolean secure = "https".equals(uri.getScheme());
            boolean plain = "http".equals(uri.getScheme()) && allowHttp;
            if ((secure || plain) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IOException("not an address", e);
        }
        throw new IOException("not an https address");
    }

    private byte[] read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() != 200) {
            throw new IOException("status " + response.getCode());
        }
        var entity = response.getEntity();
        if (entity == null) {
            throw new IOException("no content");
        }
        var body = entity.getContent().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new IOException("larger than " + largest + " bytes");
        }
        return body;
    }

    @Override
    public synchronized void close() throws IOException {
        workers.shutdownNow();
        if (http != null) {
            http.close();
        }
    }
}
