package io.rollbook.scim.change;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;

import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final String ENTERPRISE =
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    @Test
    void nameSimpleAttributesByTheirPath() {
        assertThat(
                        Changes.between(
                                user("{'userName': 'a', 'title': 't'}"),
                                user("{'userName': 'b', 'nickName': 'n'}")))
                .containsExactly(
                        new Change("userName", new Text("a"), new Text("b")),
                        new Change("title", new Text("t"), null),
                        new Change("nickName", null, new Text("n")));
    }

    @Test
    void nameTheSubAttributesOfSingleComplexOnes() {
        assertThat(
                        Changes.between(
                                user("{'name': {'givenName': 'Mia', 'familyName': 'O'}}"),
                                user("{'name': {'givenName': 'Mi', 'familyName': 'O'}}")))
                .containsExactly(new Change("name.givenName", new Text("Mia"), new Text("Mi")));
    }

    @Test
    void holdTheWholeListOfMultiValuedOnes() {
        Text one = new Text("1");
        Text two = new Text("2");

        assertThat(
                        Changes.between(
                                user("{'emails': [{'value': '1'}]}"),
                                user("{'emails': [{'value': '1'}, {'value': '2'}]}")))
                .containsExactly(
                        new Change(
                                "emails",
                                Many.of(Complex.of("value", one)),
                                Many.of(Complex.of("value", one), Complex.of("value", two))));
    }

    @Test
    void qualifyExtensionAttributesByTheirUrn() {
        assertThat(
                        Changes.between(
                                user("{'" + ENTERPRISE + "': {'manager': {'value': '1'}}}"),
                                user("{'" + ENTERPRISE + "': {'department': 'Risk'}}")))
                .containsExactly(
                        new Change(ENTERPRISE + ":manager.value", new Text("1"), null),
                        new Change(ENTERPRISE + ":department", null, new Text("Risk")));
    }

    @Test
    void leaveNoEmptyContainerBehind() {
        Complex before =
                user("{'name': {'givenName': 'M'}, '" + ENTERPRISE + "': {'division': 'd'}}");

        assertThat(Changes.apply(before, Changes.between(before, Complex.EMPTY)))
                .isEqualTo(Complex.EMPTY);
    }

    private static Complex user(String json) {
        return Json.readObject(json.replace('\'', '"').getBytes(UTF_8));
    }
}
