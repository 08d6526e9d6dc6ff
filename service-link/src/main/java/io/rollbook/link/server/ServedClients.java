package io.rollbook.link.server;

import io.rollbook.link.wire.CallerQuestion;
import io.rollbook.link.wire.ClientQuestion;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.TakenAssertion;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

import java.util.Optional;
import java.util.function.Function;

/** A gateway's questions about OAuth clients. A service that knows none answers 404. */
record ServedClients(@Nullable ClientDirectory clients) {

    ServerResponse withSecret(byte[] message) {
        var question = WireJson.read(message, ClientQuestion.WithSecret.class);
        return caller(known -> known.callerWith(question.clientId(), question.secretHash()));
    }

    ServerResponse trustsOf(byte[] message) {
        var question = WireJson.read(message, ClientQuestion.TrustsOf.class);
        return answer(known -> new ClientQuestion.Trusts(known.trustsOf(question.clientId())));
    }

    ServerResponse withAssertion(byte[] message) {
        var assertion = WireJson.read(message, TakenAssertion.class);
        return caller(known -> known.callerWith(assertion));
    }

    ServerResponse ofCredential(byte[] message) {
        var question = WireJson.read(message, ClientQuestion.OfCredential.class);
        return caller(known -> known.callerOf(question.credentialId()));
    }

    private ServerResponse caller(Function<ClientDirectory, Optional<Caller>> question) {
        return answer(known -> new CallerQuestion.Answer(question.apply(known).orElse(null)));
    }

    private ServerResponse answer(Function<ClientDirectory, Object> question) {
        return clients == null
                ? ServerResponse.notFound().build()
                : ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(WireJson.write(question.apply(clients)));
    }
}
