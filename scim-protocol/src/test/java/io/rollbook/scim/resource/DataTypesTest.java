package io.rollbook.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.Uniqueness;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonParser;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The data types of RFC 7643 §2.3 that the core schemas hardly use, in the strict profile. */
class DataTypesTest {

    @ParameterizedTest
    @Tag("C2.3.4-1")
    @ValueSource(strings = {"0", "-7", "9223372036854775807"})
    void readsIntegers(String json) {
        assertThat(read(AttributeType.INTEGER, json))
                .isEqualTo(accepted(new Whole(Long.parseLong(json))));
    }

    @ParameterizedTest
    @Tag("C2.3.4-1")
    @ValueSource(strings = {"1.0", "1e3", "1e400", "9223372036854775808", "\"5\"", "true", "{}"})
    void refusesWhatIsNoInteger(String json) {
        assertThat(read(AttributeType.INTEGER, json)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @Tag("C2.3.3-1")
    @ValueSource(
            strings = {"1.0", "-0.5", "1.50", "1e98", "1E-7", "123456789012345678901234567890.1"})
    void readsDecimalsToTheLastDigit(String json) {
        assertThat(read(AttributeType.DECIMAL, json))
                .isEqualTo(accepted(new Decimal(new BigDecimal(json))));
    }

    /** As it comes back from the store, so that the same number is no change. */
    @Test
    void readsADecimalWithoutAFractionAsAWholeNumber() {
        assertThat(read(AttributeType.DECIMAL, "7")).isEqualTo(accepted(new Whole(7)));
    }

    /** More than the databases and brokers behind can hold. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e-400", "123456789012345678901234567890123456789.5"})
    void refusesDecimalsWithoutMeasure(String json) {
        assertThat(read(AttributeType.DECIMAL, json)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @Tag("C2.3.3-1")
    @ValueSource(strings = {"\"1.0\"", "false", "[1]"})
    void refusesWhatIsNoDecimal(String json) {
        assertThat(read(AttributeType.DECIMAL, json)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @Tag("C2.3.5-1")
    @ValueSource(
            strings = {
                "2026-03-02T09:15:00Z",
                "2026-03-02T09:15:00.123456+05:30",
                "2026-03-02T09:15:00",
                "2008-01-23T04:56:22Z"
            })
    void keepsDatesAsTheyWereSent(String date) {
        assertThat(read(AttributeType.DATE_TIME, '"' + date + '"'))
                .isEqualTo(accepted(new Text(date)));
    }

    @ParameterizedTest
    @Tag("C2.3.5-1")
    @ValueSource(
            strings = {
                "2026-03-02",
                "2026-03-02T09:15",
                "2026-13-02T09:15:00Z",
                "2026-02-30T09:15:00Z",
                "2026-03-02 09:15:00Z",
                "2026-03-02T09:15:00+01:00[Europe/Paris]",
                "yesterday, somewhat late",
                ""
            })
    void refusesWhatIsNoDateAndTime(String date) {
        assertThat(read(AttributeType.DATE_TIME, '"' + date + '"'))
                .isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @Tag("C2.3.6-1")
    @ValueSource(strings = {"", "QQ", "QQ==", "QUI=", "QUJD", "-_-_", "+/+/"})
    void readsBase64WithAndWithoutPadding(String bytes) {
        assertThat(read(AttributeType.BINARY, '"' + bytes + '"'))
                .isEqualTo(accepted(new Text(bytes)));
    }

    @ParameterizedTest
    @Tag("C2.3.6-1")
    @Tag("C4.1.2-2")
    @ValueSource(strings = {"Q", "=", "QQ=", "QUJDR", "QQ===", "Q Q=", "QÄ=="})
    void refusesWhatIsNoBase64(String bytes) {
        assertThat(read(AttributeType.BINARY, '"' + bytes + '"'))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesNumbersThatAreTooLongToBeMeant() {
        assertThat(Read.RFC.refusedUser("{'x':" + "9".repeat(2_000) + "}").status()).isEqualTo(400);
    }

    private static Outcome<Optional<Value>> accepted(Value value) {
        return Outcome.accepted(Optional.of(value));
    }

    private static Outcome<Optional<Value>> read(AttributeType type, String json) {
        Attribute attribute =
                new Attribute(
                        "a",
                        type,
                        false,
                        "",
                        false,
                        List.of(),
                        false,
                        Mutability.READ_WRITE,
                        Returned.DEFAULT,
                        Uniqueness.NONE,
                        List.of(),
                        Attributes.NONE);
        try (JsonParser parser = Json.parser(json.getBytes(UTF_8))) {
            parser.nextToken();
            return new ValueReader(Profile.RFC, new IgnoredNames()).read(parser, attribute);
        }
    }
}
