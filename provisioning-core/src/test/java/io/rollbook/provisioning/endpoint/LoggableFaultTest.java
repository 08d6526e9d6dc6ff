package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;

class LoggableFaultTest {

    @Test
    void saysWhatAndWhereButNothingOfTheRow() {
        var fault =
                new IllegalStateException(
                        "insert mia@acme.test", new SQLException("value mia@acme.test", "23514"));
        var text = new StringWriter();

        LoggableFault.of(fault).printStackTrace(new PrintWriter(text, true));

        assertThat(text.toString())
                .doesNotContain("mia@acme.test")
                .contains("IllegalStateException", "SQLException 23514", "LoggableFaultTest");
    }
}
