package io.rollbook.scim.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {

    @ParameterizedTest
    @Tag("E12-18")
    @Tag("Trap-25")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "userName+eq+%22a%40b.example%22, userName eq \"a@b.example\"",
                "userName%20eq%20%22a%2Bb%22, userName eq \"a+b\"",
                "%C3%A9+%E2%82%AC, é €",
                "emails[type eq \"work\"].value, emails[type eq \"work\"].value",
                "100%, 100%",
                "%zz%4, %zz%4",
                "a=b=c, a=b=c"
            })
    void decodesAsFormsDo(String raw, String decoded) {
        assertThat(QueryParameters.parse("filter=" + raw).get("filter")).isEqualTo(decoded);
    }

    @Test
    void takesTheFirstOfARepeatedParameterAndIgnoresOthers() {
        QueryParameters query =
                QueryParameters.parse("?aadOptscim062020&&count=5&count=6&x=1&empty=");

        assertThat(query.get("count")).isEqualTo("5");
        assertThat(query.get("empty")).isEmpty();
        assertThat(query.get("filter")).isNull();
        assertThat(QueryParameters.parse("").get("filter")).isNull();
    }
}
