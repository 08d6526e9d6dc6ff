package io.rollbook.scim.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.message.Paging;
import io.rollbook.scim.message.QueryParameters;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalInt;

class PageRequestTest {

    @Test
    @Tag("Q2.4-1")
    void byIndexUnlessACursorIsNamed() {
        assertThat(parse("")).isEqualTo(accepted(new PageRequest.ByIndex(new Paging(1, 100))));
        assertThat(parse("startIndex=0&count=5000"))
                .isEqualTo(accepted(new PageRequest.ByIndex(new Paging(1, 1000))));
    }

    @Test
    @Tag("Q2-1")
    void aCursorWithoutValueBegins() {
        assertThat(parse("cursor")).isEqualTo(accepted(new PageRequest.First(100)));
        assertThat(parse("cursor=&count=7")).isEqualTo(accepted(new PageRequest.First(7)));
        assertThat(parse("cursor=&count=-7")).isEqualTo(accepted(new PageRequest.First(0)));
        assertThat(parse("cursor=&count=")).isEqualTo(accepted(new PageRequest.First(100)));
        assertThat(parse("cursor=abc"))
                .isEqualTo(accepted(new PageRequest.Next("abc", OptionalInt.empty())));
        assertThat(parse("cursor=abc&count=1000"))
                .isEqualTo(accepted(new PageRequest.Next("abc", OptionalInt.of(1000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1001", "x", "1.0", "99999999999999999999"})
    @Tag("Q2.1-3")
    void aCountOutOfRangeIsRefused(String count) {
        for (var cursor : new String[] {"", "abc"}) {
            assertThat(parse("cursor=" + cursor + "&count=" + count))
                    .isEqualTo(
                            Outcome.refused(
                                    ScimError.badRequest(
                                            ScimType.INVALID_COUNT,
                                            "'count' must be an integer from 0 to 1000.")));
        }
    }

    @Test
    void bothMethodsAtOnceAreRefused() {
        assertThat(parse("cursor=&startIndex=1"))
                .isEqualTo(
                        Outcome.refused(
                                ScimError.badRequest(
                                        ScimType.INVALID_VALUE,
                                        "'startIndex' and 'cursor' cannot be used together.")));
        assertThat(parse("cursor=&startIndex=")).isEqualTo(accepted(new PageRequest.First(100)));
    }

    private static Outcome<PageRequest> accepted(PageRequest page) {
        return Outcome.accepted(page);
    }

    private static Outcome<PageRequest> parse(String query) {
        return PageRequest.parse(SearchRequest.of(QueryParameters.parse(query)), 100, 1000);
    }
}
