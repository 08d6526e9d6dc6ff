package io.rollbook.link.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class LinkUsesKafka {

    private LinkUsesKafka() {}

    static Class<?> forbidden() {
        return org.apache.kafka.clients.producer.Producer.class;
    }
}
