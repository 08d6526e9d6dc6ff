package io.rollbook.gateway.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class ListedRouteTest {

    @ParameterizedTest
    @CsvSource({
        "GET /a/{b}, a b, true",
        "GET /a/{b}, A %, true",
        "GET /a/{b}, a, false",
        "GET /a/{b}, a b c, false",
        "GET /a/{b}, x b, false",
        "GET /p('{b}'), p('1'), true",
        "GET /p('{b}'), p(''), false",
        "GET /p('{b}'), p, false",
        "GET /a.b, axb, false",
    })
    void leadsToTheFormOfItsPath(String line, String segments, boolean expected) {
        assertThat(ListedRoute.of(line).leadsTo(List.of(segments.split(" ")))).isEqualTo(expected);
    }

    @Test
    void knowsItsParameters() {
        var route = ListedRoute.of("PUT    /t/{tenant}/s('{schema}')");

        assertThat(route.parameters()).containsExactly("tenant", "schema");
        assertThat(route).hasToString("PUT /t/{tenant}/s('{schema}')");
        assertThat(ListedRoute.of("GET /").leadsTo(List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "get /a", "GET a", "GET /a b", "GET /a/", "TRACE /a"})
    void refusesOtherLines(String line) {
        assertThatThrownBy(() -> ListedRoute.of(line)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noRouteIsListedTwice() {
        assertThat(RouteList.all().stream().map(ListedRoute::toString)).doesNotHaveDuplicates();
    }
}
