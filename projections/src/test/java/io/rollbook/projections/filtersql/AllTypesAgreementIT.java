package io.rollbook.projections.filtersql;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.IndexedAttributes;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterEvaluator;
import io.rollbook.scim.filter.FilterParser;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Json;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL agrees with the kernel on attributes of every type, single and multi-valued. */
class AllTypesAgreementIT {

    private static final String TENANT = World.newTenant();
    private static final AllTypes TYPES = new AllTypes();
    private static final ResourceView VIEW =
            new ResourceView(
                    TYPES.type(),
                    "users",
                    IndexedAttributes.of(TYPES.type()),
                    ResourceView.at(SchemaCatalog.standard(), "/Users").orElseThrow().relation());
    private static final Map<String, Complex> SHOWN = new LinkedHashMap<>();
    private static final List<String> SEARCH = new ArrayList<>();

    private static World world;

    @BeforeContainer
    static void open() {
        world = new World();
        for (int i = 0; i < 80; i++) {
            var id = "t" + i;
            var canonical =
                    CanonicalJson.of(
                            TYPES.type(),
                            id,
                            TYPES.resource(i),
                            new Meta(Instant.EPOCH, Instant.EPOCH, 1));
            SHOWN.put(id, Json.readObject(CanonicalJson.render(canonical, Client.BASE)));
            SEARCH.add(StoredForm.of(TYPES.type(), canonical).search());
        }
    }

    @AfterContainer
    static void close() {
        world.close();
    }

    @Property(tries = 800, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void found(@ForAll("filters") String text) {
        if (FilterParser.parse(text, TYPES.type(), Profile.ENTRA)
                instanceof Outcome.Accepted<Filter>(var filter)) {
            var expected =
                    SHOWN.entrySet().stream()
                            .filter(each -> FilterEvaluator.matches(filter, each.getValue()))
                            .map(Map.Entry::getKey)
                            .toList();
            assertThat(ask(filter)).as(text).isEqualTo(expected);
        } else {
            throw new AssertionError(text);
        }
    }

    @Provide
    Arbitrary<String> filters() {
        return TYPES.filters();
    }

    private static List<String> ask(Filter filter) {
        Object[] columns = {SHOWN.keySet().toArray(String[]::new), SEARCH.toArray(String[]::new)};
        var question =
                Sql.of(
                                """
                                select r.id from (
                                    select t.id, t.search::jsonb as search, t.n
                                    from unnest(?, ?) with ordinality as t (id, search, n)) r
                                where\s\
                                """,
                                columns)
                        .then(new FilterSql(VIEW, TENANT, Client.BASE).of(filter))
                        .then(" order by r.n");
        return world.readSide()
                .queries()
                .ask(
                        TENANT,
                        question,
                        rows -> {
                            var ids = new ArrayList<String>();
                            while (rows.next()) {
                                ids.add(rows.getString(1));
                            }
                            return ids;
                        });
    }
}
