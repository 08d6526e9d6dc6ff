package io.rollbook.gateway.tomcat;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

import java.time.Duration;

/** What the container lets a client do before the gateway sees a request. */
public final class TomcatLimits
        implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    /** A filter of 8 kB can be three times as long when it is percent-encoded. */
    private static final DataSize HEAD = DataSize.ofKilobytes(32);

    private static final int HEADERS = 64;
    private static final int CONNECTIONS = 10_000;
    private static final int BACKLOG = 512;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Longer than the idle time-outs of usual proxies, so that they close first. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    /** Clients often send filters with these unencoded; none is used in routing. */
    private static final String TOLERATED_IN_QUERIES = "\"<>[\\]^`{|}";

    private static final String PASSED_ON = EncodedSolidusHandling.PASS_THROUGH.getValue();

    private final DataSize largestBody;

    /**
     * @param largestBody so much of a refused body is still swallowed, so that the refusal is read
     */
    public TomcatLimits(DataSize largestBody) {
        this.largestBody = largestBody;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> {
                    connector.setProperty("maxHeaderCount", Integer.toString(HEADERS));
                    connector.setProperty("relaxedQueryChars", TOLERATED_IN_QUERIES);
                    connector.setXpoweredBy(false);
                    // The gateway reads paths itself; so what is wrong with one can be recorded.
                    connector.setEncodedSolidusHandling(PASSED_ON);
                    connector.setEncodedReverseSolidusHandling(PASSED_ON);
                    limit((AbstractHttp11Protocol<?>) connector.getProtocolHandler());
                });
        factory.addContextCustomizers(
                context -> {
                    context.setCookies(false);
                    ((StandardHost) context.getParent())
                            .setErrorReportValveClass(ScimErrorValve.class.getName());
                });
    }

    private void limit(AbstractHttp11Protocol<?> protocol) {
        protocol.setExecutor(new VirtualThreadExecutor("gateway-"));
        protocol.setMaxHttpRequestHeaderSize(Math.toIntExact(HEAD.toBytes()));
        protocol.setMaxSwallowSize(Math.toIntExact(largestBody.toBytes()));
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setAcceptCount(BACKLOG);
        protocol.setConnectionTimeout(Math.toIntExact(SILENCE.toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(IDLE.toMillis()));
        protocol.setMaxKeepAliveRequests(-1);
        // A body is asked for only after its sender is known to be allowed to send it.
        protocol.setContinueResponseTiming("onRead");
    }
}
