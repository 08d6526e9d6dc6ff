package io.rollbook.audit.graph;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.integrity.custody.CountedBody;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.Wanted;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.scim.seam.BodyStream;
import io.rollbook.scim.seam.Role;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

/** What an officer takes home. */
class DownloadIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USERS = 1_100;
    private static final int MEMBERS = 2_500;

    private static LogDatabase database;
    private static LogReader reader;

    @BeforeAll
    static void tellsAStory() {
        database = Databases.open(Databases.create("audit_download"));
        var endpoint = new ProvisioningEndpoint(database);
        reader = new LogReader(endpoint, "contoso", Role.AUDIT_EXPORT);
        var story = new Story("contoso");
        for (int i = 0; i < USERS; i++) {
            story.tell(
                    new UserUpdated(
                            "u-" + i,
                            2,
                            List.of(new AttributeChange("displayName", "=1+1", "A \"B\",\r\nC")),
                            cause("r-" + i)));
        }
        story.tell(new GroupCreated("g", 1, Map.of("displayName", "@Risk"), cause("g-1")));
        for (int from = 0; from < MEMBERS; from += 1_000) {
            var members =
                    IntStream.range(from, Math.min(MEMBERS, from + 1_000))
                            .mapToObj(i -> new Member("m-" + i, "User"))
                            .toList();
            story.tell(new GroupMembershipChanged("g", 2, members, List.of(), cause("g-1")));
        }
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, "x-9", "-mia"),
                        409,
                        "uniqueness",
                        "Taken.",
                        new Wanted(List.of(new AttributeChange("title", null, "=2+2")), 0, true),
                        cause("r-x")));
        Batches.apply(database, story.told());
        var other = new Story("fabrikam");
        other.tell(new GroupCreated("g", 1, Map.of("displayName", "Other"), cause("o-1")));
        Batches.apply(database, other.told());
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void givesThreeFilesWhoseRowsAreJoinedByTheChange() throws IOException {
        var files = download("format=csv");
        assertThat(files.keySet())
                .containsExactly(
                        "ProvisioningLogs.csv",
                        "ProvisioningLogs_ProvisioningSteps.csv",
                        "ProvisioningLogs_ModifiedProperties.csv",
                        "manifest.json");

        // The name of each user breaks its line.
        var entries = text(files, "ProvisioningLogs.csv").split("\"\r\n(?=\")");
        var ids = IntStream.range(1, entries.length).mapToObj(i -> cell(entries[i], 5)).toList();
        assertThat(ids).hasSize(USERS + 2).doesNotHaveDuplicates();
        for (var joined :
                List.of(
                        "ProvisioningLogs_ProvisioningSteps.csv",
                        "ProvisioningLogs_ModifiedProperties.csv")) {
            var rows = text(files, joined).split("\"\r\n(?=\")");
            for (int i = 1; i < rows.length; i++) {
                assertThat(ids).contains(cell(rows[i], 0));
            }
        }
        assertThat(text(files, "ProvisioningLogs_ModifiedProperties.csv"))
                .contains("\"members\",\"\",\"m-0\"", "\"members\",\"\",\"m-2499\"");
    }

    @Test
    void neutralisesWhatASpreadsheetWouldRun() throws IOException {
        var files = download("format=csv");

        assertThat(text(files, "ProvisioningLogs.csv"))
                .contains("\"'@Risk\"", "\"'-mia\"")
                .doesNotContain("\"@Risk\"", "\"-mia\"", "\"=");
        assertThat(text(files, "ProvisioningLogs_ModifiedProperties.csv"))
                .contains("\"'=1+1\",\"A \"\"B\"\",\r\nC\"", "\"title\",\"\",\"'=2+2\"");
    }

    @Test
    void saysInAManifestWhatIsThere() throws Exception {
        var filter = "provisioningStatusInfo/status%20eq%20'success'";
        var files = download("format=csv&$filter=" + filter);

        var manifest = JSON.readTree(files.get("manifest.json"));
        assertThat(manifest.required("filter").asString())
                .isEqualTo("provisioningStatusInfo/status eq 'success'");
        assertThat(manifest.required("entries").asInt()).isEqualTo(USERS + 1);
        assertThat(manifest.required("firstNumber").asInt()).isEqualTo(1);
        assertThat(manifest.required("lastNumber").asInt()).isEqualTo(USERS + 1);
        assertThat(manifest.required("files")).hasSize(3);
        for (var file : manifest.required("files")) {
            var bytes = files.get(file.required("name").asString());
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(file.required("sha256").asString())
                    .isEqualTo(HexFormat.of().formatHex(digest));
            assertThat(file.required("bytes").asLong()).isEqualTo(bytes.length);
        }
        assertThat(manifest.at("/files/2/rows").asInt()).isEqualTo(USERS + 1 + MEMBERS);
    }

    @Test
    void givesTheSameEntriesAsJson() throws IOException {
        var files = download("format=json&$orderby=activityDateTime");

        var entries = JSON.readTree(files.get("ProvisioningLogs.json"));
        assertThat(entries).hasSize(USERS + 2);
        var group = entries.get(USERS);
        assertThat(group.required("modifiedProperties")).hasSize(MEMBERS + 1);
        assertThat(group.has("modifiedProperties@odata.nextLink")).isFalse();
        var ids =
                group.required("modifiedProperties")
                        .valueStream()
                        .map(row -> row.required("newValue").asString());
        assertThat(ids).doesNotHaveDuplicates();
    }

    /**
     * Bounded memory: what is sent is made page by page, so that of a million entries no more were
     * read than a page when the first bytes leave, and a client that goes away ends the reading.
     */
    @Test
    void isMadeWhileItIsSent() {
        var download =
                assertThat(reader.get("/provisioning/download", "format=json").stream())
                        .isInstanceOf(CountedBody.class)
                        .asInstanceOf(type(CountedBody.class))
                        .actual();
        var client =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        if (download.entries() > 0) {
                            throw new IOException("gone");
                        }
                    }
                };

        assertThatThrownBy(() -> download.writeTo(client))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
        assertThat(download.entries()).isPositive().isLessThan(USERS);
    }

    @Test
    void hasEverythingOfAnEntryInItsFirstFile() throws IOException {
        var header = text(download("format=csv"), "ProvisioningLogs.csv").split("\r\n")[0];

        assertThat(header)
                .contains("sourceSystemId", "targetSystemId", "targetSystemDetails")
                .contains("sourceIdentityDetails", "targetIdentityDetails", "additionalDetails");
    }

    @Test
    void isValidWhenNothingIsSelected() throws IOException {
        var files = download("format=json&$filter=jobId%20eq%20'none'");

        assertThat(JSON.readTree(files.get("ProvisioningLogs.json"))).isEmpty();
        assertThat(JSON.readTree(files.get("manifest.json")).required("entries").asInt()).isZero();
    }

    @Test
    void needsTheRoleToExportAndAKnownForm() {
        var path = "/provisioning/download";
        var officer = new LogReader(reader.log(), "contoso", Role.AUDIT_READ);
        assertThat(officer.get(path, "").status()).isEqualTo(403);
        assertThat(reader.get(path, "format=xml").status()).isEqualTo(400);
        assertThat(reader.get(path, "$filter=x").status()).isEqualTo(400);
        assertThat(reader.get("/provisioning", "").status()).isEqualTo(403);
    }

    private static Map<String, byte[]> download(String query) throws IOException {
        var answer = reader.get("/provisioning/download", query);
        assertThat(answer.status()).isEqualTo(200);
        var out = new ByteArrayOutputStream();
        BodyStream stream = answer.stream();
        if (stream == null) {
            throw new AssertionError("The download is not a stream");
        }
        stream.writeTo(out);
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static String cell(String row, int index) {
        return row.split("\",\"", -1)[index].replace("\"", "");
    }
}
