package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The commands that talk to a running Rollbook. */
class CommandLineIT {

    private final RunningRollbook rollbook = RunningRollbook.shared();

    @TempDir private Path folder;

    @Test
    void managesTenantsAndTokensAndFollowsEvents() throws Exception {
        assertThat(said("tenant", "create", "contoso")).startsWith("Tenant contoso has the id");
        assertThat(said("tenant", "list").lines())
                .filteredOn(line -> line.contains("contoso"))
                .hasSize(1);

        var created = said("token", "create", "--tenant=contoso", "--connection=entra");
        var token = created.lines().filter(line -> line.startsWith("rbk_")).findFirst();
        var scim = new ScimClient(rollbook.scimBase(), token.orElseThrow());
        var id = scim.createUser("mia").id();
        eventsShow("/Users/" + id);
        assertThat(said("rebuild", "projections")).isNotBlank();
        scim.get("/Users/" + id).expect(200);

        ownSchema();
        connectionsAndTokens();

        said("token", "revoke", created.lines().toList().getLast().replaceFirst(".* ", ""));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> scim.get("/Users/" + id).status() == 401);
    }

    @Test
    void saysWhenNoneRuns() throws Exception {
        try (var list = RollbookProcess.command(folder, "tenant", "list")) {
            assertThat(list.exitCode()).isEqualTo(1);
            assertThat(list.said().strip().lines()).singleElement().asString().startsWith("No ");
        }
    }

    private void connectionsAndTokens() throws Exception {
        assertThat(said("connection", "create", "--tenant=contoso", "Okta prod"))
                .startsWith("Connection Okta prod has the id");
        assertThat(
                        said(
                                "connection",
                                "configure",
                                "--tenant=contoso",
                                "--set=limits.burst=200",
                                "--set=reviveInactive=true",
                                "--set=profile=rfc",
                                "Okta prod"))
                .contains("200", "true", "rfc");
        assertThat(said("connection", "show", "--tenant=contoso", "Okta prod")).contains("200");
        assertThat(said("token", "list", "--tenant=contoso")).contains("entra  scim  rbk_");
        said("connection", "remove", "--tenant=contoso", "Okta prod");
        assertThat(said("connection", "list", "--tenant=contoso")).doesNotContain("Okta");
        assertThat(said("tenant", "suspend", "contoso")).endsWith("suspended");
        assertThat(said("tenant", "resume", "contoso")).endsWith("active");
        assertThat(said("tenant", "delete", "contoso")).contains("deleting until");
        assertThat(said("tenant", "restore", "contoso")).endsWith("active");
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
        try (var events = command("events", "--tenant=contoso", "--from-beginning")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> events.said().contains(subject));
        }
    }

    private String said(String... command) throws Exception {
        try (var process = command(command)) {
            assertThat(process.exitCode()).as(process::said).isZero();
            return process.said().strip();
        }
    }

    private RollbookProcess command(String... command) throws Exception {
        return RollbookProcess.commandOn(rollbook.folder(), folder, command);
    }
}
