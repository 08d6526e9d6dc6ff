package io.rollbook.projections.read;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.ReadSide;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.filter.FilterLimits;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/** A filter that costs much ends all the same: with an answer, or with a refusal. */
@ExtendWith(ManyRows.class)
class CostlyFiltersIT {

    private static final String TENANT = ManyRows.TENANT;

    private static World world;
    private static ReadSide impatient;

    @BeforeAll
    static void open(World manyRows) {
        world = manyRows;
        impatient = world.impatientReadSide(Duration.ofSeconds(1));
    }

    @AfterAll
    static void close() {
        impatient.close();
    }

    @ParameterizedTest
    @Tag("T2.1-tooMany")
    @Tag("P3.4.2.1-3")
    @ValueSource(
            strings = {
                "groups pr",
                "groups[display co \"%d\"]",
                "emails[value co \"%d\"]",
                "not (title eq \"%d\")"
            })
    void longestFilterWithoutAnIndexIsAnsweredOrRefused(String term) {
        var client = new Client(impatient.reads(), TENANT);

        var answer = client.get("/Users", "filter=" + Client.encoded(longest(term)), Map.of());

        if (answer.status() != 200) {
            assertThat(new String(answer.body(), UTF_8))
                    .contains("\"status\":\"400\"", "\"scimType\":\"tooMany\"");
        }
        // The connection is as good as before.
        assertThat(client.ids("/Users", "userName eq \"user-1\"")).containsExactly("u1");
    }

    @ParameterizedTest
    @Tag("T2.1-tooMany")
    @ValueSource(strings = {"groups pr and title ne \"x\"", "not (groups.type eq \"indirect\")"})
    void whatTakesTooLongIsRefused(String term) {
        var query = "filter=" + Client.encoded(longest(term));

        var answer = new Client(impatient.reads(), TENANT).get("/Users", query, Map.of());

        assertThat(new String(answer.body(), UTF_8))
                .contains("\"status\":\"400\"", "\"scimType\":\"tooMany\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id eq \"u%d\"",
                "userName eq \"user-%d\"",
                "emails eq \"mail-%d@example.com\"",
                "groups eq \"g2%d\"",
                "displayName sw \"user %d7777\" and active eq true"
            })
    void longestFilterWithAnIndexIsAnswered(String term) {
        var query = "attributes=id&filter=" + Client.encoded(longest(term));

        assertThat(world.client(TENANT).get("/Users", query, Map.of()).status()).isEqualTo(200);
    }

    /** As many terms as there may be. */
    private static String longest(String term) {
        var filter = new StringBuilder(term.formatted(0));
        for (int i = 1; ; i++) {
            var more = " or " + term.formatted(i);
            if (filter.length() + more.length() > FilterLimits.STANDARD.length()) {
                return filter.toString();
            }
            filter.append(more);
        }
    }
}
