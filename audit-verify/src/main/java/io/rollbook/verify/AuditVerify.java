package io.rollbook.verify;

import io.rollbook.verify.export.ExportCheck;
import io.rollbook.verify.export.Report;
import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.sign.SignedDocument;
import io.rollbook.verify.sign.VerifyingKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The command line: checks an export and says what it found. */
public final class AuditVerify {

    public static final int INTACT = 0;
    public static final int ALTERED = 1;
    public static final int UNUSABLE = 2;

    private static final String USAGE =
            """
            Checks an export of a provisioning log, offline.

              --export DIR|ZIP    the export
              --key FILE          the public key (PEM) that you were given by another way
              --checkpoints DIR   checkpoints and purges that were kept elsewhere, to compare with

            Exit status: 0 unaltered and complete, 1 altered, 2 not an export, or wrong options.
            """;

    private AuditVerify() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * @return the exit status
     */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        Path export = null;
        Path key = null;
        Path checkpoints = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                err.print(USAGE);
                return UNUSABLE;
            }
            var file = Path.of(arguments[i + 1]);
            switch (arguments[i]) {
                case "--export" -> export = file;
                case "--key" -> key = file;
                case "--checkpoints" -> checkpoints = file;
                default -> {
                    err.print(USAGE);
                    return UNUSABLE;
                }
            }
        }
        if (export == null) {
            err.print(USAGE);
            return UNUSABLE;
        }
        return run(export, key, checkpoints, out, err);
    }

    /** The same with the options read. */
    public static int run(
            Path export,
            @Nullable Path key,
            @Nullable Path checkpoints,
            PrintStream out,
            PrintStream err) {
        try {
            var anchor = key == null ? null : VerifyingKey.ofText(Files.readString(key));
            var witnesses = checkpoints == null ? List.<SignedDocument>of() : kept(checkpoints);
            var report = report(export, anchor, witnesses);
            print(report, anchor, out);
            return report.isIntact() ? INTACT : ALTERED;
        } catch (MalformedJson | IllegalArgumentException e) {
            err.println(e.getMessage());
            return UNUSABLE;
        } catch (IOException e) {
            err.println("A file cannot be read: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static Report report(
            Path export, @Nullable VerifyingKey anchor, List<SignedDocument> witnesses)
            throws IOException {
        if (Files.isDirectory(export)) {
            return new ExportCheck(export, anchor, witnesses).run();
        }
        try (var archive = FileSystems.newFileSystem(export)) {
            return new ExportCheck(archive.getPath("/"), anchor, witnesses).run();
        }
    }

    private static List<SignedDocument> kept(Path folder) throws IOException {
        var documents = new ArrayList<SignedDocument>();
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".json")).sorted().toList()) {
                documents.add(SignedDocument.read(Files.readAllBytes(file)));
            }
        }
        return documents;
    }

    private static void print(Report report, @Nullable VerifyingKey anchor, PrintStream out) {
        out.println("Log of tenant " + report.tenant() + ", exported " + report.time());
        new TreeMap<>(report.streams())
                .forEach(
                        (stream, range) ->
                                out.printf(
                                        "  %-12s %,d entries%s%s%n",
                                        stream,
                                        range.count(),
                                        range.count() == 0
                                                ? ""
                                                : ", %d to %d"
                                                        .formatted(range.first(), range.last()),
                                        range.first() == 1
                                                ? ""
                                                : "; what was before was deleted, as signed"));
        out.printf(
                "  %,d checkpoints, signed by %s%n",
                report.checkpoints(), String.join(", ", report.keys()));
        if (anchor == null) {
            out.println("  No key was given: the keys of the export itself were taken.");
        }
        if (report.isIntact()) {
            out.println("Unaltered and complete.");
        } else {
            out.println("ALTERED. First: " + report.findings().getFirst().text());
            report.findings().stream().skip(1).forEach(next -> out.println("  " + next.text()));
        }
    }
}
