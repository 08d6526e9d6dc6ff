package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The commands that talk to a running Rollbook. */
class CommandLineIT {

    private final RunningRollbook rollbook = RunningRollbook.shared();

    @TempDir private Path folder;

    @Test
    void managesTenantsAndTokensAndFollowsEvents() throws Exception {
        assertThat(saidByAProcess("tenant", "create", "contoso"))
                .startsWith("Tenant contoso has the id");
        try (var commands = new Commands(rollbook.folder())) {
            assertThat(commands.said("tenant", "list").lines())
                    .filteredOn(line -> line.contains("contoso"))
                    .hasSize(1);

            var created =
                    commands.said("token", "create", "--tenant=contoso", "--connection=entra");
            var token = created.lines().filter(line -> line.startsWith("rbk_")).findFirst();
            var scim = new ScimClient(rollbook.scimBase(), token.orElseThrow());
            var id = scim.createUser("mia").id();
            eventsShow("/Users/" + id);
            assertThat(commands.said("rebuild", "projections")).isNotBlank();
            scim.get("/Users/" + id).expect(200);

            ownSchema(commands);
            connectionsAndTokens(commands);

            var tokenId = created.lines().toList().getLast().replaceFirst(".* ", "");
            commands.said("token", "revoke", tokenId);
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

    private static void connectionsAndTokens(Commands commands) throws Exception {
        assertThat(commands.said("connection", "create", "--tenant=contoso", "Okta prod"))
                .startsWith("Connection Okta prod has the id");
        assertThat(
                        commands.said(
                                "connection",
                                "configure",
                                "--tenant=contoso",
                                "--set=limits.burst=200",
                                "--set=reviveInactive=true",
                                "--set=profile=rfc",
                                "Okta prod"))
                .contains("200", "true", "rfc");
        assertThat(commands.said("connection", "show", "--tenant=contoso", "Okta prod"))
                .contains("200");
        assertThat(commands.said("token", "list", "--tenant=contoso"))
                .contains("entra  scim  rbk_");
        commands.said("connection", "remove", "--tenant=contoso", "Okta prod");
        assertThat(commands.said("connection", "list", "--tenant=contoso")).doesNotContain("Okta");
        assertThat(commands.said("tenant", "suspend", "contoso")).endsWith("suspended");
        assertThat(commands.said("tenant", "resume", "contoso")).endsWith("active");
        assertThat(commands.said("tenant", "delete", "contoso")).contains("deleting until");
        assertThat(commands.said("tenant", "restore", "contoso")).endsWith("active");
    }

    private void ownSchema(Commands commands) throws Exception {
        var urn = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
        var file = folder.resolve("contoso.json");
        Files.writeString(
                file,
                "{\"id\":\"%s\",\"name\":\"Contoso\",\"attributes\":[{\"name\":\"badge\"}]}"
                        .formatted(urn));

        assertThat(commands.said("schema", "register", "--tenant=contoso", "--for=User", "" + file))
                .isEqualTo(urn + "  User  1 attributes  Contoso");
        assertThat(commands.said("schema", "list", "--tenant=contoso")).startsWith(urn);
        commands.said("schema", "remove", "--tenant=contoso", urn);
        assertThat(commands.said("schema", "list", "--tenant=contoso")).isEmpty();
    }

    private void eventsShow(String subject) throws Exception {
        try (var events = process("events", "--tenant=contoso", "--from-beginning")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> events.said().contains(subject));
        }
    }

    private String saidByAProcess(String... command) throws Exception {
        try (var process = process(command)) {
            assertThat(process.exitCode()).as(process::said).isZero();
            return process.said().strip();
        }
    }

    private RollbookProcess process(String... command) throws IOException {
        return RollbookProcess.commandOn(rollbook.folder(), folder, command);
    }
}
