package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.verify.AuditVerify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an auditor does: export over HTTP, check offline with the key that was told, and doubt. */
class AuditExportIT {

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");

    @TempDir private Path folder;

    @Test
    void anExportOverHttpIsVerifiedOffline() throws Exception {
        tenant.awaitEntry(tenant.scim().createUser("mia"));
        tenant.awaitEntry(tenant.scim().post("/Users", "{}").expect(400));
        var key = Files.writeString(folder.resolve("key.pem"), publicKey());
        var archive = export();

        assertThat(verify(archive, key)).contains("Unaltered and complete.");

        edit(archive);
        assertThat(verify(archive, key))
                .containsPattern("ALTERED. First: directory, entry \\d+: was");
    }

    @Test
    void aTokenForReadingDoesNotExport() throws Exception {
        assertThat(export(tenant.token("audit.read")).status()).isEqualTo(403);
        assertThat(export(tenant.token("scim")).status()).isEqualTo(403);
    }

    /** One answer. */
    private record Exported(int status, byte[] body) {}

    private Path export() throws Exception {
        var exported = export(tenant.token("audit.export"));
        assertThat(exported.status()).isEqualTo(200);
        return Files.write(folder.resolve("export.zip"), exported.body());
    }

    private static Exported export(String token) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create(RunningRollbook.shared().base() + "/audit/export"))
                            .header("Authorization", "Bearer " + token)
                            .build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Exported(response.statusCode(), response.body());
        }
    }

    private String publicKey() {
        return tenant.audit()
                .get("/integrity/keys")
                .expect(200)
                .body()
                .required("keys")
                .required(0)
                .required("pem")
                .asString();
    }

    private static String verify(Path archive, Path key) {
        var out = new ByteArrayOutputStream();
        try (var print = new PrintStream(out)) {
            AuditVerify.run(archive, key, null, print, print);
        }
        return out.toString();
    }

    private static void edit(Path archive) throws IOException {
        try (var files = FileSystems.newFileSystem(archive)) {
            var entries = files.getPath("entries-directory.jsonl");
            Files.writeString(entries, Files.readString(entries).replace("\"mia\"", "\"max\""));
        }
    }
}
