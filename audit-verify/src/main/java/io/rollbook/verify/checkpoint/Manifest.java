package io.rollbook.verify.checkpoint;

import io.rollbook.verify.json.MalformedJson;
import io.rollbook.verify.json.Members;
import io.rollbook.verify.merkle.Hash;
import io.rollbook.verify.sign.SignedDocument;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an export consists of; written last, so that an export without one is not complete.
 *
 * @param time when the export began (RFC 3339)
 * @param generator the program that made it
 * @param files by name
 */
public record Manifest(
        String tenant, String time, String generator, Map<String, ExportedFile> files) {

    public static final String TYPE = "rollbook.export.v1";

    /**
     * @param sha256 of its bytes
     */
    public record ExportedFile(long lines, Hash sha256) {}

    public Manifest {
        files = Map.copyOf(files);
    }

    public Map<String, Object> document() {
        var contents = new HashMap<String, Object>();
        files.forEach(
                (name, file) ->
                        contents.put(
                                name, Map.of("lines", file.lines, "sha256", file.sha256.hex())));
        return Map.of(
                SignedDocument.TYPE,
                TYPE,
                "tenant",
                tenant,
                "time",
                time,
                "generator",
                generator,
                "files",
                contents);
    }

    /**
     * @throws MalformedJson when it is no manifest
     */
    public static Manifest of(SignedDocument signed) {
        var document = signed.members(TYPE);
        var contents = document.object("files");
        var files = new TreeMap<String, ExportedFile>();
        contents.values().keySet().forEach(name -> files.put(name, file(contents.object(name))));
        return new Manifest(
                document.text("tenant"), document.text("time"), document.text("generator"), files);
    }

    private static ExportedFile file(Members members) {
        try {
            return new ExportedFile(members.number("lines"), Hash.fromHex(members.text("sha256")));
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("A hash of the manifest cannot be read.");
        }
    }
}
