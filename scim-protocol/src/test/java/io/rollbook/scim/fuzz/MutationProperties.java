package io.rollbook.scim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterEvaluator;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.message.Paging;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.patch.PatchReader;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.util.List;
import java.util.Random;

/** Good messages with a few wounds. */
class MutationProperties {

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void bodiesAreAnswered(@ForAll("bodies") byte[] body) {
        Kernel.answers(body);
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void filtersAreReadOrRefused(@ForAll("filters") String text, @ForAll Profile profile) {
        for (var type : List.of(Kernel.USER, Kernel.GROUP)) {
            switch (FilterParser.parse(text, type, profile)) {
                case Outcome.Accepted<Filter>(Filter filter) ->
                        FilterEvaluator.matches(filter, Complex.EMPTY);
                case Outcome.Refused<Filter>(var error) -> {
                    Kernel.isRefusal(error);
                    assertThat(error.scimType()).isEqualTo(ScimType.INVALID_FILTER);
                }
            }
        }
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void pathsAreTakenOrRefused(@ForAll("filters") String path, @ForAll Profile profile) {
        var value = "{\"op\":\"add\",\"value\":\"x\",\"path\":";
        var quoted = new String(Json.write(new Text(sendable(path))), UTF_8);
        var body =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
                        + value
                        + quoted
                        + "}]}";

        switch (PatchReader.read(body.getBytes(UTF_8), Kernel.USER, profile)) {
            case Outcome.Accepted<?> accepted -> {}
            case Outcome.Refused<?>(var error) -> Kernel.isRefusal(error);
        }
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
    void queriesAreUnderstoodOrRefused(@ForAll("queries") String raw) {
        var query = QueryParameters.parse(raw);
        var paging = Paging.parse(query.get("startIndex"), query.get("count"), 100, 1_000);
        var shown =
                Projection.parse(
                        query.get("attributes"), query.get("excludedAttributes"), Kernel.USER);

        if (paging instanceof Outcome.Refused<Paging>(var error)) {
            Kernel.isRefusal(error);
        }
        switch (shown) {
            case Outcome.Accepted<Projection>(var projection) ->
                    projection.apply("{\"id\":\"1\",\"userName\":\"mia\"}".getBytes(UTF_8));
            case Outcome.Refused<Projection>(var error) -> Kernel.isRefusal(error);
        }
        AttributePath.resolve(raw, Kernel.USER);
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        return Arbitraries.of(Corpus.BODIES)
                .flatMap(body -> Arbitraries.longs().map(seed -> mutated(body, new Random(seed))));
    }

    @Provide
    Arbitrary<String> filters() {
        return Arbitraries.of(Corpus.FILTERS)
                .flatMap(text -> Arbitraries.longs().map(seed -> mutated(text, new Random(seed))));
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(
                        "filter=userName+eq+%22mia%22&startIndex=1&count=10&attributes=emails.value",
                        "excludedAttributes=members,name.givenName&count=-1&startIndex=0",
                        "attributes=urn:ietf:params:scim:schemas:core:2.0:User:userName&sortBy=x")
                .flatMap(text -> Arbitraries.longs().map(seed -> mutated(text, new Random(seed))));
    }

    private static byte[] mutated(byte[] body, Random random) {
        return random.nextInt(4) == 0
                ? flipped(body, random)
                : mutated(new String(body, UTF_8), random).getBytes(UTF_8);
    }

    private static byte[] flipped(byte[] body, Random random) {
        var changed = body.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        for (int i = 0; i <= random.nextInt(4); i++) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(from, to);
                case 1 -> changed.insert(from, changed.substring(from, to));
                case 2 -> changed.insert(from, piece(random));
                case 3 -> changed.replace(from, to, piece(random));
                default -> changed.insert(from, piece(random).repeat(1 + random.nextInt(100)));
            }
        }
        return changed.toString();
    }

    private static String piece(Random random) {
        return Corpus.PIECES.get(random.nextInt(Corpus.PIECES.size()));
    }

    /** JSON of a text that UTF-8 cannot hold cannot be made. */
    private static String sendable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
