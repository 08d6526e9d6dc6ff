package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The commands that talk to a running Rollbook. */
class CommandLineIT {

    @TempDir private Path folder;

    @Test
    void managesTenantsAndTokensAndFollowsEvents() throws Exception {
        try (var rollbook = RollbookProcess.up(folder)) {
            assertThat(said("tenant", "create", "contoso")).startsWith("Tenant contoso has the id");
            assertThat(said("tenant", "list").lines()).hasSize(2);

            var created = said("token", "create", "--tenant=contoso", "--connection=entra");
            var token = created.lines().filter(line -> line.startsWith("rbk_")).findFirst();
            var scim = rollbook.scim(token.orElseThrow());
            var id = scim.createUser("mia").id();
            eventsShow("/Users/" + id);
            assertThat(said("rebuild", "projections")).isNotBlank();
            scim.get("/Users/" + id).expect(200);

            ownSchema();

            said("token", "revoke", created.lines().toList().getLast().replaceFirst(".* ", ""));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> scim.get("/Users/" + id).status() == 401);
        }
    }

    @Test
    void saysWhenNoneRuns() throws Exception {
        try (var list = RollbookProcess.command(folder, "tenant", "list")) {
            assertThat(list.exitCode()).isEqualTo(1);
            assertThat(list.said().strip().lines()).singleElement().asString().startsWith("No ");
        }
    }

    private void ownSchema() throws Exception {
        var urn = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
        var file = folder.resolve("contoso.json");
        Files.writeString(
                file,
                "{\"id\":\"%s\",\"name\":\"Contoso\",\"attributes\":[{\"name\":\"badge\"}]}"
                        .formatted(urn));

        assertThat(said("schema", "register", "--tenant=contoso", "--for=User", "" + file))
                .isEqualTo(urn + "  User  1 attributes  Contoso");
        assertThat(said("schema", "list", "--tenant=contoso")).startsWith(urn);
        said("schema", "remove", "--tenant=contoso", urn);
        assertThat(said("schema", "list", "--tenant=contoso")).isEmpty();
    }

    private void eventsShow(String subject) throws Exception {
        try (var events =
                RollbookProcess.command(folder, "events", "--tenant=contoso", "--from-beginning")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> events.said().contains(subject));
        }
    }

    private String said(String... command) throws Exception {
        try (var process = RollbookProcess.command(folder, command)) {
            assertThat(process.exitCode()).as(process::said).isZero();
            return process.said().strip();
        }
    }
}
