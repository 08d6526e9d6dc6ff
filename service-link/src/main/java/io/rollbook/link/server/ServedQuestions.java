package io.rollbook.link.server;

import io.rollbook.link.wire.CallerQuestion;
import io.rollbook.link.wire.ReadinessAnswer;
import io.rollbook.link.wire.VisibilityQuestion;
import io.rollbook.link.wire.WireJson;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The gateway's questions: who, visible yet, ready? A service without the part answers 404. */
record ServedQuestions(
        @Nullable TokenDirectory tokens,
        @Nullable Visibility visibility,
        List<Readiness> readiness) {

    ServerResponse caller(byte[] message) {
        if (tokens == null) {
            return ServerResponse.notFound().build();
        }
        CallerQuestion question = WireJson.read(message, CallerQuestion.class);
        return json(new CallerQuestion.Answer(tokens.callerOf(question.tokenHash()).orElse(null)));
    }

    ServerResponse visible(byte[] message) {
        if (visibility == null) {
            return ServerResponse.notFound().build();
        }
        VisibilityQuestion question = WireJson.read(message, VisibilityQuestion.class);
        return json(
                new VisibilityQuestion.Answer(
                        visibility.await(
                                question.tenantId(),
                                question.written(),
                                Duration.ofMillis(question.atMostMillis()))));
    }

    ServerResponse ready() {
        return json(
                new ReadinessAnswer(
                        readiness.stream()
                                .map(Readiness::notReadyBecause)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private static ServerResponse json(Object answer) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(WireJson.write(answer));
    }
}
