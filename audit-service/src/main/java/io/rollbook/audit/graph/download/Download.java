package io.rollbook.audit.graph.download;

import io.rollbook.audit.graph.summary.PropertyWalk;
import io.rollbook.audit.graph.summary.SummaryJson;
import io.rollbook.audit.integrity.custody.CountedBody;
import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Place;
import io.rollbook.audit.read.Search;

import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A selection of the log as a zip file that is made while it is sent: one JSON file, or three CSV
 * files joined by the change id, and at last a manifest that says what should be there. The memory
 * needed is that of one page. What arrives after the beginning is left out.
 */
public final class Download implements CountedBody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is written of each entry into one file. */
    @FunctionalInterface
    private interface Part {
        long write(Entry entry) throws IOException;
    }

    /** Makes a part that writes to a file which has just been begun. */
    @FunctionalInterface
    private interface Beginning {
        Part of(OutputStream file) throws IOException;
    }

    private final EntryLog log;
    private final String tenant;
    private final String tenantName;
    private final Search search;
    private final String filter;
    private final Format format;
    private final Instant now;
    private final PropertyWalk walk;
    private final List<Map<String, Object>> files = new ArrayList<>();
    private long entries;
    private long shown;
    private long first = Long.MAX_VALUE;
    private long last;

    /** The forms of a download. */
    public enum Format {
        JSON,
        CSV
    }

    /**
     * @param search all but its page's bounds
     * @param filter as the client wrote it, for the manifest
     */
    public Download(
            EntryLog log, String tenant, Search search, String filter, Format format, Instant now) {
        this.log = log;
        this.tenant = tenant;
        this.tenantName = log.vocabulary(tenant).tenantName();
        this.search = search.whole(SummaryJson.PROPERTIES_SHOWN);
        this.filter = filter;
        this.format = format;
        this.now = now;
        this.walk = new PropertyWalk(log, tenant);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        switch (format) {
            case JSON -> file(zip, "ProvisioningLogs.json", this::json, "]\n");
            case CSV -> {
                var csv = new CsvParts(tenant, tenantName, walk);
                file(zip, "ProvisioningLogs.csv", file -> csv.entries(file)::write, "");
                file(
                        zip,
                        "ProvisioningLogs_ProvisioningSteps.csv",
                        file -> csv.steps(file)::write,
                        "");
                file(
                        zip,
                        "ProvisioningLogs_ModifiedProperties.csv",
                        file -> csv.properties(file)::write,
                        "");
            }
        }
        zip.putNextEntry(new ZipEntry("manifest.json"));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest()));
        zip.closeEntry();
        zip.finish();
    }

    private Part json(OutputStream file) throws IOException {
        file.write('[');
        var written = new long[1];
        return entry -> {
            file.write(written[0]++ == 0 ? new byte[] {'\n'} : new byte[] {',', '\n'});
            try (var json = JSON.createGenerator(new Unclosed(file))) {
                new SummaryJson(json, tenant, tenantName, walk).write(entry);
            } catch (JacksonIOException gone) {
                // The reader went away, which is nothing that went wrong here.
                throw new IOException(gone.getMessage(), gone);
            }
            return 1;
        };
    }

    private void file(ZipOutputStream zip, String name, Beginning beginning, String end)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        var digest = sha256();
        var counted = new Counted(new DigestOutputStream(zip, digest));
        var part = beginning.of(counted);
        long rows = 0;
        entries = 0;
        var page = log.search(tenant, search);
        while (!page.entries().isEmpty()) {
            for (var entry : page.entries()) {
                rows += part.write(entry);
                count(entry);
            }
            if (!page.more()) {
                break;
            }
            var head = page.entries().getLast().head();
            page = log.search(tenant, search.after(new Place(head.recordedAt(), head.position())));
        }
        counted.write(end.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        var described = new LinkedHashMap<String, Object>();
        described.put("name", name);
        described.put("rows", rows);
        described.put("bytes", counted.bytes());
        described.put("sha256", HexFormat.of().formatHex(digest.digest()));
        files.add(described);
    }

    /** Each file has them all. */
    @Override
    public long entries() {
        return shown;
    }

    private void count(Entry entry) {
        entries++;
        shown = Math.max(shown, entries);
        first = Math.min(first, entry.head().position());
        last = Math.max(last, entry.head().position());
    }

    private Map<String, Object> manifest() {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("tenantId", tenant);
        manifest.put("generatedDateTime", now.toString());
        manifest.put("filter", filter);
        manifest.put("entries", entries);
        manifest.put("firstNumber", entries == 0 ? 0 : first);
        manifest.put("lastNumber", last);
        manifest.put("upToNumber", search.upTo());
        manifest.put("files", files);
        return manifest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
