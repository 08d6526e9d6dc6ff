package io.rollbook.provisioning.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "40001, CONFLICT",
        "40P01, CONFLICT",
        "55P03, BUSY",
        "08006, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "57014, BUSY",
        "25P04, BUSY",
        "23514, FAULT",
        "42601, FAULT"
    })
    void theSqlStateTellsWhatItMeans(String state, Failure failure) {
        assertThat(Failure.of(new IllegalStateException(new SQLException("", state))))
                .isEqualTo(failure);
    }

    @Test
    void anExhaustedPoolIsUnavailable() {
        assertThat(Failure.of(new SQLTransientConnectionException("timed out")))
                .isEqualTo(Failure.UNAVAILABLE);
    }

    @Test
    void aTakenNumberIsAConflict() {
        assertThat(Failure.of(new RuntimeException(new ConcurrencyException("taken"))))
                .isEqualTo(Failure.CONFLICT);
    }

    @Test
    void allElseIsAFault() {
        assertThat(Failure.of(new NullPointerException())).isEqualTo(Failure.FAULT);
    }
}
