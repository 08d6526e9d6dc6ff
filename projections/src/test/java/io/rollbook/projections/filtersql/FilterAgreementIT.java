package io.rollbook.projections.filtersql;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterEvaluator;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** SQL finds exactly the resources that the kernel's own evaluation of a filter accepts. */
class FilterAgreementIT {

    private static final ResourceType USER = SchemaCatalog.standard().user();
    private static final ResourceType GROUP = SchemaCatalog.standard().group();
    private static final int USERS = 60;
    private static final int GROUPS = 9;

    /** Other resources in every run; a failure names it. */
    private static final long SEED = System.nanoTime();

    private static final AtomicInteger TELLING = new AtomicInteger();
    private static World world;
    private static Client client;
    private static final Map<String, Complex> SHOWN_USERS = new LinkedHashMap<>();
    private static final Map<String, Complex> SHOWN_GROUPS = new LinkedHashMap<>();

    @BeforeContainer
    static void open() {
        world = new World();
        var tenant = World.newTenant();
        client = world.client(tenant);
        world.given(World.newTenant(), new RandomDirectory(SEED + 1, 10, 2).events());
        world.given(tenant, new RandomDirectory(SEED, USERS, GROUPS).events());
        show("/Users/u", USERS, SHOWN_USERS);
        show("/Groups/g", GROUPS, SHOWN_GROUPS);
    }

    @AfterContainer
    static void close() {
        // Agreement on "all" or "none" would say little.
        assertThat(TELLING).hasValueGreaterThan(500);
        world.close();
    }

    @Property(tries = 1_500, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    @Tag("Trap-24")
    void usersFoundAreThoseThatMatch(@ForAll("userFilters") String filter) {
        assertAgreement("/Users", USER, filter, SHOWN_USERS);
    }

    @Property(tries = 700, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void groupsFoundAreThoseThatMatch(@ForAll("groupFilters") String filter) {
        assertAgreement("/Groups", GROUP, filter, SHOWN_GROUPS);
    }

    @Provide
    Arbitrary<String> userFilters() {
        return new FilterTexts(USER).filters();
    }

    @Provide
    Arbitrary<String> groupFilters() {
        return new FilterTexts(GROUP).filters();
    }

    private static void show(String prefix, int count, Map<String, Complex> into) {
        for (int i = 1; i <= count; i++) {
            into.put(prefix.substring(prefix.lastIndexOf('/') + 1) + i, client.body(prefix + i));
        }
    }

    private static void assertAgreement(
            String path, ResourceType type, String text, Map<String, Complex> shown) {
        var parsed = FilterParser.parse(text, type, Profile.ENTRA);
        if (parsed instanceof Outcome.Accepted<Filter>(var filter)) {
            var expected =
                    shown.entrySet().stream()
                            .filter(each -> FilterEvaluator.matches(filter, each.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(client.ids(path, text)).as("%d: %s", SEED, text).isEqualTo(expected);
            if (!expected.isEmpty() && expected.size() < shown.size()) {
                TELLING.incrementAndGet();
            }
        } else {
            assertThat(client.get(path, "filter=" + Client.encoded(text), Map.of()).status())
                    .as(text)
                    .isEqualTo(400);
        }
    }
}
