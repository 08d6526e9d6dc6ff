package io.rollbook.projections.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TenantScope;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.World;
import io.rollbook.projections.question.PageQuestion;
import io.rollbook.projections.question.ResourcePage;
import io.rollbook.projections.question.ResourceQuestion;
import io.rollbook.projections.question.ShownResource;
import io.rollbook.projections.question.Window;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.schema.Attributes;
import io.rollbook.scim.schema.Mutability;
import io.rollbook.scim.schema.Returned;
import io.rollbook.scim.schema.SchemaCatalog;
import io.rollbook.scim.schema.Uniqueness;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** No standard attribute is a number; an extension's may be one. */
class NumberOrderIT {

    private static final String TENANT = World.newTenant();
    private static final AttributePath RANK =
            new AttributePath(
                    "urn:example:1.0:Ranks",
                    new Attribute(
                            "rank",
                            AttributeType.DECIMAL,
                            false,
                            "",
                            false,
                            List.of(),
                            false,
                            Mutability.READ_WRITE,
                            Returned.DEFAULT,
                            Uniqueness.NONE,
                            List.of(),
                            Attributes.NONE),
                    null);

    @Test
    @Tag("P3.4.2.3-1")
    void numbersOrderByValueFromPageToPage() {
        try (var world = new World()) {
            write(world, "ten", "10");
            write(world, "nine", "9");
            write(world, "none", null);
            write(world, "less", "-1.5");
            write(world, "more", "1e30");
            write(world, "alsoTen", "10.0");
            write(world, "text", "\"5\"");

            var ascending = List.of("less", "nine", "alsoTen", "ten", "more", "none", "text");
            assertThat(walk(world, false)).isEqualTo(ascending);
            assertThat(walk(world, true)).isEqualTo(ascending.reversed());
        }
    }

    private static List<String> walk(World world, boolean descending) {
        var view = ResourceView.at(SchemaCatalog.standard(), "/Users").orElseThrow();
        var key = new SortKeys(TENANT, Client.BASE).of(view, RANK);
        var question =
                new PageQuestion(
                        new ResourceQuestion(view, TENANT, false),
                        Optional.empty(),
                        key,
                        Order.by(key, descending),
                        1);
        var ids = new ArrayList<String>();
        ResourcePage page;
        Optional<Position> place = Optional.empty();
        do {
            var window = new Window(1, 2, 0, place, OptionalLong.empty(), true);
            page = world.readSide().queries().ask(TENANT, question.page(window), question::read);
            page.resources().stream().map(ShownResource::id).forEach(ids::add);
            place = Optional.of(page.end());
        } while (page.hasMore());
        return ids;
    }

    private static void write(World world, String id, String rank) {
        var search =
                rank == null ? "{}" : "{\"urn:example:1.0:Ranks\": {\"rank\": %s}}".formatted(rank);
        world.readSide()
                .transactions()
                .run(
                        connection -> {
                            TenantScope.enter(connection, TENANT);
                            return Sql.of(
                                            """
                                            insert into users (tenant, id, name_key, created,
                                                last_modified, version, canonical, search)
                                            values (?, ?, '', now(), now(), 1, '{}', ?::jsonb)
                                            """,
                                            TENANT,
                                            id,
                                            search)
                                    .update(connection);
                        });
    }
}
