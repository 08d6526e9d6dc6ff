package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of actors. */
public enum ActorKind {
    @JsonProperty("connection")
    CONNECTION,
    @JsonProperty("administrator")
    ADMINISTRATOR,
    @JsonProperty("system")
    SYSTEM
}
