package io.rollbook.provisioning.publish;

import io.rollbook.contract.Replays;
import io.rollbook.provisioning.administration.AdministrationAnswer;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * {@code POST /replays}: repeats the directory's events on a topic; answers when they are there.
 */
final class ReplayRoute implements AdministrationRoute {

    private final ReplayTopics topics;
    private final AdministrationJson json;

    ReplayRoute(ReplayTopics topics, AdministrationJson json) {
        this.topics = topics;
        this.json = json;
    }

    /** The body of the request. */
    record NewReplay(@Nullable String topic) {}

    @Override
    public Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request) {
        return request.method() == ScimMethod.POST && request.path().equals("/replays")
                ? Optional.of(json.read(request.body(), NewReplay.class).flatMap(this::replay))
                : Optional.empty();
    }

    private Outcome<AdministrationAnswer> replay(NewReplay wanted) {
        var topic = wanted.topic();
        if (topic == null || !ReplayTopics.isTopic(topic)) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "topic must be "
                                    + Replays.TOPIC_PREFIX
                                    + " and 1 to 64 of a-z, 0-9 and hyphens"));
        }
        return Outcome.accepted(new AdministrationAnswer(201, topics.fill(topic)));
    }
}
