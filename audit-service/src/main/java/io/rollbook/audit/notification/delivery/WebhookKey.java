package io.rollbook.audit.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What webhooks are signed with: a key for each tenant, made from the installation's. */
public final class WebhookKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "rollbook-webhook/";

    private final byte[] installation;

    /**
     * @param installation the text of the key, as its file has it
     */
    public WebhookKey(String installation) {
        this.installation = installation.getBytes(StandardCharsets.UTF_8);
    }

    /** What a tenant's receivers check by, and nobody else's. */
    public String of(String tenant) {
        return hmac(installation, PURPOSE + tenant);
    }

    /** The value of the header for a body that is sent at a time, in seconds of Unix. */
    String signature(String tenant, long time, String body) {
        var key = of(tenant).getBytes(StandardCharsets.UTF_8);
        return "t=" + time + ",v1=" + hmac(key, time + "." + body);
    }

    private static String hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
