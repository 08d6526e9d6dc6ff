package io.rollbook.gateway.oauth;

import io.rollbook.gateway.oauth.assertion.Assertion;
import io.rollbook.gateway.oauth.assertion.AssertionVerifier;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.SecretText;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who a client is. An unknown client costs what a known one with a wrong credential does: the
 * directory is asked for both, and a signature is checked for both.
 */
final class ClientAuthentication {

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final ClientDirectory directory;
    private final AssertionVerifier assertions;

    ClientAuthentication(ClientDirectory directory, AssertionVerifier assertions) {
        this.directory = directory;
        this.assertions = assertions;
    }

    /** A client, and who it acts as. */
    record Known(String clientId, Caller caller) {}

    Optional<Known> of(TokenRequest.Credential credential) {
        return switch (credential) {
            case TokenRequest.Credential.Secret(var clientId, var secret) ->
                    SecretText.OF_CLIENT.isWellFormed(secret) && isId(clientId)
                            ? directory
                                    .callerWith(clientId, SecretText.hash(secret))
                                    .map(caller -> new Known(clientId, caller))
                            : Optional.empty();
            case TokenRequest.Credential.Assertion(var named, var jwt) ->
                    Assertion.parse(jwt)
                            .flatMap(
                                    assertion ->
                                            named.or(assertion::subject)
                                                    .filter(ClientAuthentication::isId)
                                                    .flatMap(id -> with(id, assertion)));
        };
    }

    private Optional<Known> with(String clientId, Assertion assertion) {
        return assertions
                .verify(clientId, assertion, directory.trustsOf(clientId))
                .flatMap(directory::callerWith)
                .map(caller -> new Known(clientId, caller));
    }

    private static boolean isId(String clientId) {
        return CLIENT_ID.matcher(clientId).matches();
    }
}
