package io.rollbook.scim.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    @ParameterizedTest
    @Tag("P3.4.2.4-1")
    @Tag("P3.4.2.4-2")
    @Tag("P3.4.2.4-3")
    @CsvSource({
        ",,1,100",
        "0,10,1,10",
        "-5,-1,1,0",
        "7,0,7,0",
        "2,5000,2,1000",
        "99999999999999999999,99999999999999999999,2147483647,1000",
        "-99999999999999999999,-99999999999999999999,1,0",
        "'','',1,100"
    })
    void readsStartAndCount(String startIndex, String count, int start, int size) {
        assertThat(Paging.parse(startIndex, count, 100, 1000))
                .isEqualTo(Outcome.accepted(new Paging(start, size)));
    }

    @ParameterizedTest
    @Tag("P3.4.2.4-4")
    @ValueSource(strings = {"x", "1.0", "-", "1e3", " 1", "+1", "٣"})
    void refusesWhatIsNoInteger(String count) {
        assertThat(Paging.parse(null, count, 100, 1000))
                .isEqualTo(
                        Outcome.refused(
                                ScimError.badRequest(
                                        ScimType.INVALID_VALUE, "'count' is not an integer.")));
    }
}
