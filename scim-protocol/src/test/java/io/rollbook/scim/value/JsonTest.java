package io.rollbook.scim.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

class JsonTest {

    @Test
    void readsAndWritesEveryKindOfValue() {
        String json =
                "{\"t\":\"é\\n"
                        + "\",\"b\":true,\"w\":-7,\"d\":1.50,\"m\":[1,\"x\",{}],\"c\":{\"y\":[]}}";

        Complex read = Json.readObject(json.getBytes(UTF_8));

        assertThat(read.get("d")).isEqualTo(new Decimal(new BigDecimal("1.50")));
        assertThat(new String(Json.write(read), UTF_8)).isEqualTo(json);
    }

    @Test
    void leavesNullOut() {
        Complex read = Json.readObject("{\"a\":null,\"b\":[null,1]}".getBytes(UTF_8));

        assertThat(read).isEqualTo(Complex.of("b", Many.of(new Whole(1))));
    }

    @Test
    void keepsNumbersBeyondLong() {
        Complex read = Json.readObject("{\"n\":92233720368547758080}".getBytes(UTF_8));

        assertThat(read.get("n")).isEqualTo(new Decimal(new BigDecimal("92233720368547758080")));
    }

    @Test
    void becomesCollectionsOfTheJdkAndBack() {
        Complex value = Complex.of("list", Many.of(new Text("a"), Bool.FALSE), "n", new Whole(3));

        Object plain = Json.toPlain(value);

        assertThat(plain).isEqualTo(Map.of("list", List.of("a", false), "n", 3L));
        assertThat(Json.fromPlain(plain)).isEqualTo(value);
    }

    @Test
    void refusesWhatIsNoObject() {
        assertThatThrownBy(() -> Json.readObject("[1]".getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
