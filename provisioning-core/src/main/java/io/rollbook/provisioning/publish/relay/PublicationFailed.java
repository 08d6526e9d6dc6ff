package io.rollbook.provisioning.publish.relay;

/** Kafka's client has given a record up. */
public final class PublicationFailed extends Exception {

    private static final long serialVersionUID = 1L;

    public PublicationFailed(Exception cause) {
        super("Kafka refused a record", cause);
    }
}
