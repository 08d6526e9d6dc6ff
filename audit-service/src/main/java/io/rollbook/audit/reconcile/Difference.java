package io.rollbook.audit.reconcile;

/** What can differ between the store, the topics and the log; the first that fits is told. */
enum Difference {
    NUMBERS("The relay gave other numbers than the store has events."),
    TOPIC("The topic lacks events that the store has published."),
    LOG_BEHIND("The log lacks the last events that the store has published."),
    LOG_LACKS("Entries are missing in the log."),
    LOG_OTHER("The log has another event at this number than the store.");

    private final String sentence;

    Difference(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
