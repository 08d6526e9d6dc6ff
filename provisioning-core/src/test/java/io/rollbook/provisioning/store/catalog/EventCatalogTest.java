package io.rollbook.provisioning.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class EventCatalogTest {

    private static final StoredType THIRD = new StoredType("name.given", 3, Given.class);
    private static final Upcaster FROM_1 =
            new Upcaster("name.given", 1, old -> old.put("last", old.remove("name").asString()));
    private static final Upcaster FROM_2 =
            new Upcaster("name.given", 2, old -> old.put("first", "?"));

    /** In revision 1 it was {name}, in revision 2 {last}. */
    record Given(String first, String last) {}

    @Test
    void liftsEachOlderRevisionToThePresentOne() {
        var catalog = new EventCatalog(List.of(THIRD), List.of(FROM_1, FROM_2));
        assertThat(read(catalog, 1, "{\"name\":\"Lind\"}")).isEqualTo(new Given("?", "Lind"));
        assertThat(read(catalog, 2, "{\"last\":\"Lind\"}")).isEqualTo(new Given("?", "Lind"));
        assertThat(read(catalog, 3, "{\"first\":\"Mia\",\"last\":\"Lind\"}"))
                .isEqualTo(new Given("Mia", "Lind"));
    }

    @Test
    void refusesToBeMadeWithoutEveryStep() {
        assertThatThrownBy(() -> new EventCatalog(List.of(THIRD), List.of(FROM_1)))
                .hasMessage("No upcaster of name.given from revision 2");
    }

    @Test
    void refusesWhatALaterVersionWrote() {
        var catalog = new EventCatalog(List.of(THIRD), List.of(FROM_1, FROM_2));
        assertThatThrownBy(() -> read(catalog, 4, "{}")).hasMessageContaining("later revision");
        assertThatThrownBy(() -> catalog.read("name.taken", 1, new byte[0]))
                .hasMessageContaining("unknown type");
    }

    @Test
    void refusesTwoTypesOfOneName() {
        assertThatThrownBy(
                        () ->
                                new EventCatalog(
                                        List.of(
                                                new StoredType("same", 1, String.class),
                                                new StoredType("same", 1, Long.class)),
                                        List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Object read(EventCatalog catalog, int revision, String json) {
        return catalog.read("name.given", revision, json.getBytes(StandardCharsets.UTF_8));
    }
}
