package io.rollbook.provisioning.publish;

import io.rollbook.contract.Replays;
import io.rollbook.provisioning.publish.relay.PublicationFailed;
import io.rollbook.provisioning.publish.replay.Replay;
import io.rollbook.provisioning.publish.replay.Replayed;
import io.rollbook.scim.seam.Unavailable;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** Topics that are made for a replay of the directory's events. Thread-safe. */
public final class ReplayTopics {

    private static final Pattern NAME =
            Pattern.compile(Pattern.quote(Replays.TOPIC_PREFIX) + "[a-z0-9-]{1,64}");

    private final KafkaClients clients;
    private final KafkaTopics topics;
    private final Replay replay;

    ReplayTopics(KafkaClients clients, KafkaTopics topics, Replay replay) {
        this.clients = clients;
        this.topics = topics;
        this.replay = replay;
    }

    /** Whether a replay may go there. */
    public static boolean isTopic(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Makes the topic, fills it and ends it; returns when Kafka has it all.
     *
     * @throws IllegalArgumentException when the name is not one of a replay's topic
     * @throws Unavailable when the store or Kafka fails on the way: the topic has no end then
     */
    public Replayed fill(String topic) {
        if (!isTopic(topic)) {
            throw new IllegalArgumentException("Not a topic of a replay: " + topic);
        }
        try {
            try (var admin = clients.admin()) {
                topics.create(admin, List.of(topic));
            }
            return replay.to(topic);
        } catch (SQLException | PublicationFailed e) {
            throw new Unavailable("The replay was interrupted", e);
        }
    }
}
