package io.rollbook.gateway.tomcat;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
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

    /** The gateway reads queries itself, and no body is a form. */
    private static final int PARAMETERS = 100;

    /** Of a chunked body: what is not its data. */
    private static final int CHUNK_EXTRAS = 4 * 1024;

    private static final int CONNECTIONS = 10_000;
    private static final int BACKLOG = 512;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Longer than the idle time-outs of usual proxies, so that they close first. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    /** Clients often send filters with these unencoded; none is used in routing. */
    private static final String TOLERATED_IN_QUERIES = "\"<>[\\]^`{|}";

    private static final String PASSED_ON = EncodedSolidusHandling.PASS_THROUGH.getValue();

    private final DataSize largestBody;
    private final Duration headWithin;

    /**
     * @param largestBody so much of a refused body is still swallowed, so that the refusal is read
     * @param headWithin how long the head of a request may take to arrive
     */
    public TomcatLimits(DataSize largestBody, Duration headWithin) {
        this.largestBody = largestBody;
        this.headWithin = headWithin;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (factory instanceof TomcatServletWebServerFactory servlets) {
            servlets.setProtocol(PunctualProtocol.class.getName());
        }
        factory.addConnectorCustomizers(
                connector -> {
                    connector.setMaxParameterCount(PARAMETERS);
                    connector.setMaxPartCount(0);
                    connector.setMaxPostSize(0);
                    connector.setAllowTrace(false);
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
        protocol.setMaxExtensionSize(CHUNK_EXTRAS);
        protocol.setMaxTrailerSize(CHUNK_EXTRAS);
        // What is compressed together with a secret tells of the secret by its length.
        protocol.setCompression("off");
        if (protocol instanceof PunctualProtocol punctual) {
            punctual.setHeadWithin(headWithin);
        }
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setAcceptCount(BACKLOG);
        protocol.setConnectionTimeout(Math.toIntExact(SILENCE.toMillis()));
        protocol.setKeepAliveTimeout(Math.toIntExact(IDLE.toMillis()));
        protocol.setMaxKeepAliveRequests(-1);
        // A body is asked for only after its sender is known to be allowed to send it.
        protocol.setContinueResponseTiming("onRead");
    }
}
