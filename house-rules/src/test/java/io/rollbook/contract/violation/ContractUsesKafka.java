package io.rollbook.contract.violation;

/** Breaks a rule of the house on purpose; see ModuleBoundariesBiteTest. */
final class ContractUsesKafka {

    private ContractUsesKafka() {}

    static Class<?> forbidden() {
        return org.apache.kafka.clients.consumer.Consumer.class;
    }
}
