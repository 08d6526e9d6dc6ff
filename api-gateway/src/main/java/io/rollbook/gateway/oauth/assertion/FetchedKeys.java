package io.rollbook.gateway.oauth.assertion;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;

/** The keys of one issuer as its server has them now. */
record FetchedKeys(KeysPlace place, Documents documents) implements JWKSetSource<SecurityContext> {

    @Override
    public JWKSet getJWKSet(
            JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
            throws KeySourceException {
        var known = place.jwksUri();
        try {
            var text = documents.fetch(known == null ? discovered() : known);
            return JWKSet.parse(new String(text, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new JWKSetRetrievalException("not to be had", e);
        } catch (ParseException e) {
            throw new JWKSetParseException("not a JWK set", e);
        }
    }

    private String discovered() throws IOException {
        var issuer = place.issuer();
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var body = documents.fetch(base + "/.well-known/openid-configuration");
        try {
            var configuration = JsonMapper.shared().readTree(body);
            if (!configuration.path("issuer").asString("").equals(issuer)) {
                throw new IOException("the configuration is another issuer's");
            }
            return configuration.path("jwks_uri").asString("");
        } catch (JacksonException e) {
            throw new IOException("the configuration is not JSON", e);
        }
    }

    @Override
    public void close() {
        // Nothing of its own is open.
    }
}
