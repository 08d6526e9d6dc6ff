package io.rollbook.audit.integrity;

import static io.rollbook.audit.fixture.Story.cause;
import static io.rollbook.audit.integrity.SealedLog.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.scim.seam.BodyStream;
import io.rollbook.scim.seam.Role;
import io.rollbook.verify.checkpoint.Checkpoint;
import io.rollbook.verify.export.ExportCheck;
import io.rollbook.verify.export.Report;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.merkle.MerkleProof;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The log as it is chained, signed, exported and checked, and what becomes of one that was altered.
 */
class SealedLogIT {

    /** More than one stored subtree. */
    private static final int USERS = 300;

    @TempDir private static Path folder;
    private static DatabaseAccess access;
    private static SealedLog log;

    @BeforeAll
    static void opens() {
        access = Databases.create("audit_sealed");
        log = new SealedLog(access, folder.resolve("kept"), key(1), null);
    }

    @AfterAll
    static void closes() {
        log.close();
    }

    @Test
    void exportsWhatAnAuditorFindsIntact() throws IOException {
        tell("intact");

        var report = check("intact");

        assertThat(report.findings()).isEmpty();
        assertThat(report.streams())
                .containsEntry("directory", new Report.Range(1, USERS))
                .containsEntry("attempts", new Report.Range(1, 1))
                .containsKey("custody");
    }

    @Test
    void namesTheEntryThatWasEditedInTheDatabase() throws IOException {
        tell("edited");
        alter(
                "update entry_event set document = replace(document, 'user-7\"', 'user-X\"')"
                        + " where tenant = 'edited' and number = 7");

        assertThat(check("edited").findings().getFirst().text())
                .startsWith("directory, entry 7: was edited");
    }

    @Test
    void namesTheEntryThatWasDeletedInTheDatabase() throws IOException {
        tell("deleted");
        alter("delete from entry_event where tenant = 'deleted' and number = 9");

        assertThat(check("deleted").findings().getFirst().text())
                .startsWith("directory, entry 9: is missing");
    }

    @Test
    void signsNothingMoreWhenTheChainWasAltered() throws IOException {
        var story = tell("rechained");
        log.checkpoints.make("rechained");
        alter("update chain_link set hash = sha256('x') where tenant = 'rechained' and number = 5");
        alter("delete from chain_node where tenant = 'rechained'");
        story.tell(new UserCreated("more", 1, Map.of("userName", "more"), cause("r-more")));
        Batches.apply(log.database, story.told());

        var last = Checkpoint.of(log.checkpoints.make("rechained").orElseThrow());

        assertThat(last.number()).isEqualTo(1);
    }

    @Test
    void signsNothingMoreWhenTheTailWasCutOff() {
        var story = tell("cut");
        log.checkpoints.make("cut");
        alter("delete from entry_event where tenant = 'cut' and number > 290");
        alter("delete from chain_link where tenant = 'cut' and number > 290");
        alter(
                "update chain_head set size = 0, peaks = '' where tenant = 'cut' and stream ="
                        + " 'directory'");

        assertThat(Checkpoint.of(log.checkpoints.make("cut").orElseThrow()).number()).isEqualTo(1);
        assertThat(
                        log.meters
                                .counter("rollbook.audit.checkpoints.refused", "reason", "shorter")
                                .count())
                .isPositive();
        assertThat(story.lastChange()).isEqualTo(USERS);
    }

    @Test
    void keepsCheckpointsInASecondPlaceAndNeverReplacesThem() throws IOException {
        tell("kept");
        log.rounds.round();
        var first = folder.resolve("kept/checkpoints/kept/000000/000000001.json");
        var signed = SignedDocument.read(Files.readAllBytes(first));

        assertThat(signed.isSignedBy(key(1).verifying())).isTrue();
        assertThat(VerifyingKey.ofText(Files.readString(pem()))).isEqualTo(key(1).verifying());

        Files.writeString(first, signed.json().replace("kept", "kexx"));
        new LogReader(log.endpoint, "kept").page("");
        alter("delete from checkpoint where tenant = 'kept'");
        log.rounds.round();

        assertThat(Files.readString(first)).contains("kexx");
        assertThat(log.meters.counter("rollbook.audit.checkpoints.forked").count()).isPositive();
    }

    private static Path pem() {
        return folder.resolve("kept/keys/" + key(1).verifying().id() + ".pem");
    }

    @Test
    void provesSingleEntries() {
        tell("proved");
        for (long number : new long[] {1, 2, 255, 256, 257, 299, 300}) {
            var proof =
                    reader("proved")
                            .json("/integrity/inclusion", "stream=directory&number=" + number);
            var checkpoint = checkpoint(proof.required("checkpoint"));
            var head = checkpoint.streams().get("directory");
            var hash = Hash.fromHex(proof.required("entry").required("hash").asString());

            assertThat(proof.required("treeSize").asLong()).isEqualTo(head.size());
            assertThat(
                            MerkleProof.includes(
                                    Hash.ofLeaf(hash),
                                    number - 1,
                                    head.size(),
                                    path(proof),
                                    head.root()))
                    .isTrue();
        }
        assertThat(
                        reader("proved")
                                .get("/integrity/inclusion", "stream=directory&number=301")
                                .status())
                .isEqualTo(404);
        assertThat(reader("proved").get("/integrity/inclusion", "stream=x&number=1").status())
                .isEqualTo(400);
    }

    @Test
    void provesThatTheLogOnlyGrew() {
        var story = tell("grown");
        log.checkpoints.make("grown");
        for (int i = 0; i < 30; i++) {
            story.tell(new UserCreated("g-" + i, 1, Map.of("userName", "g-" + i), cause("g-" + i)));
        }
        Batches.apply(log.database, story.told());
        log.checkpoints.make("grown");

        var proof = reader("grown").json("/integrity/consistency", "from=1&to=2");
        var older = checkpoint(proof.required("from")).streams();
        var newer = checkpoint(proof.required("to")).streams();

        assertThat(proof.required("streams").valueStream())
                .hasSize(2)
                .allSatisfy(
                        stream -> {
                            var name = stream.required("stream").asString();
                            assertThat(
                                            MerkleProof.consistent(
                                                    older.get(name).size(),
                                                    older.get(name).root(),
                                                    newer.get(name).size(),
                                                    newer.get(name).root(),
                                                    path(stream)))
                                    .isTrue();
                        });
        assertThat(reader("grown").get("/integrity/consistency", "from=2&to=1").status())
                .isEqualTo(400);
        assertThat(reader("grown").get("/integrity/consistency", "from=1&to=99").status())
                .isEqualTo(404);
    }

    @Test
    void followsAKeyThatChanged() throws IOException {
        tell("rotated");
        log.checkpoints.make("rotated");
        try (var later = new SealedLog(access, folder.resolve("kept"), key(2), key(1))) {
            new LogReader(later.endpoint, "rotated").page("");
            var archive = export(later, "rotated");

            assertThat(check(archive, 1).findings()).isEmpty();
            assertThat(check(archive, 2).keys()).hasSize(2);
        }
    }

    @Test
    void tellsWhoLookedAndHowMuchWasShown() {
        tell("watched");
        var reader = reader("watched");
        reader.get("/integrity/keys", "");
        reader.get("/entries", "status=failure");

        var custody = reader.json("/custody", "").required("entries").valueStream().toList();

        assertThat(custody)
                .extracting(entry -> entry.required("act").asString())
                .containsExactly("read", "verify");
        assertThat(custody.getFirst().required("query").asString()).isEqualTo("status=failure");
        assertThat(custody.getFirst().required("entries").asInt()).isEqualTo(1);
        assertThat(custody.getFirst().required("actor").required("tokenId").asString())
                .isEqualTo("token-9");
        assertThat(reader.json("/custody", "count=1").required("before").asLong()).isEqualTo(3);
    }

    @Test
    void tellsHowMuchAnExportHandedOutAndWhetherItCameToItsEnd() throws IOException {
        tell("exported");
        var exporter = new LogReader(log.endpoint, "exported", Role.AUDIT_EXPORT);
        stream(exporter).writeTo(OutputStream.nullOutputStream());
        var broken = stream(exporter);
        assertThatThrownBy(() -> broken.writeTo(new Breaking())).isInstanceOf(IOException.class);

        var told = reader("exported").json("/custody", "").required("entries");

        // Two each: that it was asked for, before anything left; and what came of it.
        assertThat(told)
                .allMatch(entry -> entry.required("act").asString().equals("export"))
                .hasSize(4);
        assertThat(told.get(0).required("complete").asBoolean()).isFalse();
        assertThat(told.get(2).required("complete").asBoolean()).isTrue();
        assertThat(told.get(2).required("entries").asInt()).isEqualTo(USERS + 2);
        assertThat(told.get(3).has("entries")).isFalse();
    }

    private static BodyStream stream(LogReader exporter) {
        return Objects.requireNonNull(exporter.get("/export", "").stream());
    }

    /** A client that goes away. */
    private static final class Breaking extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("gone");
        }
    }

    @Test
    void exportsForTheRoleOfExportOnly() {
        assertThat(reader("roles").get("/export", "").status()).isEqualTo(403);
        assertThat(
                        new LogReader(log.endpoint, "roles", Role.AUDIT_EXPORT)
                                .get("/integrity/keys", "")
                                .status())
                .isEqualTo(403);
    }

    /** An export of a tenant without entries has at least the entry that tells of it. */
    @Test
    void exportsALogThatWasEmpty() throws IOException {
        assertThat(check("nobody").findings()).isEmpty();
    }

    private static Story tell(String tenant) {
        var story = new Story(tenant);
        for (int i = 1; i <= USERS; i++) {
            var name = "user-" + i;
            story.tell(new UserCreated(name, 1, Map.of("userName", name), cause("r-" + i)));
        }
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, null, "mia"),
                        409,
                        "uniqueness",
                        "Taken.",
                        cause("r-0")));
        Batches.apply(log.database, story.told());
        return story;
    }

    /** What only a superuser can do. */
    private static void alter(String statement) {
        log.operator.execute(
                "begin; set local session_replication_role = replica; " + statement + "; commit");
    }

    private static LogReader reader(String tenant) {
        return new LogReader(log.endpoint, tenant);
    }

    private static Checkpoint checkpoint(JsonNode signed) {
        var document = SignedDocument.read(signed.toString().getBytes());
        assertThat(document.isSignedBy(key(1).verifying())).isTrue();
        return Checkpoint.of(document);
    }

    private static List<Hash> path(JsonNode proof) {
        var path = new ArrayList<Hash>();
        proof.required("path").forEach(hash -> path.add(Hash.fromHex(hash.asString())));
        return path;
    }

    private static Report check(String tenant) throws IOException {
        return check(export(log, tenant), 1);
    }

    private static Report check(Path archive, int key) throws IOException {
        try (var files = FileSystems.newFileSystem(archive)) {
            return new ExportCheck(files.getPath("/"), key(key).verifying(), List.of()).run();
        }
    }

    private static Path export(SealedLog sealed, String tenant) throws IOException {
        var response = new LogReader(sealed.endpoint, tenant, Role.AUDIT_EXPORT).get("/export", "");
        assertThat(response.status()).isEqualTo(200);
        var archive = Files.createTempFile(folder, tenant, ".zip");
        try (var out = Files.newOutputStream(archive)) {
            Objects.requireNonNull(response.stream()).writeTo(out);
        }
        return archive;
    }
}
