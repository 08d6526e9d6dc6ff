/** The published events. */
module io.rollbook.contract {
    requires com.fasterxml.jackson.annotation;
    requires static org.jspecify;

    exports io.rollbook.contract;
    exports io.rollbook.contract.attempt;
    exports io.rollbook.contract.client;
    exports io.rollbook.contract.group;
    exports io.rollbook.contract.tenant;
    exports io.rollbook.contract.user;
}
