package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.verify.sign.VerifyingKey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A folder: {@code checkpoints/tenant/thousands/number.json}, {@code
 * purges/tenant/stream-number.json} and {@code keys/id.pem}.
 */
public final class CheckpointFolder implements CheckpointArchive {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");
    private static final int FILES_PER_FOLDER = 1_000;

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> find(String tenant, long number) throws IOException {
        try {
            return Optional.of(Files.readString(file(tenant, number)).strip());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String tenant, long number, String signed) throws IOException {
        write(file(tenant, number), signed + "\n");
    }

    @Override
    public void keepPurge(String tenant, String stream, long last, String signed)
            throws IOException {
        var file =
                folder.resolve("purges")
                        .resolve(safe(tenant))
                        .resolve("%s-%09d.json".formatted(stream, last));
        if (!Files.exists(file)) {
            write(file, signed + "\n");
        } else if (!Files.readString(file).strip().equals(signed)) {
            throw new FileAlreadyExistsException(
                    file.toString(), null, "another purge was recorded");
        }
    }

    @Override
    public void keep(VerifyingKey key) throws IOException {
        var file = folder.resolve("keys").resolve(key.id() + ".pem");
        if (!Files.exists(file)) {
            write(file, key.pem());
        }
    }

    private Path file(String tenant, long number) {
        return folder.resolve("checkpoints")
                .resolve(safe(tenant))
                .resolve("%06d".formatted(number / FILES_PER_FOLDER))
                .resolve("%09d.json".formatted(number));
    }

    private static String safe(String tenant) {
        return PLAIN.matcher(tenant).matches()
                ? tenant
                : "x-" + HexFormat.of().formatHex(tenant.getBytes(StandardCharsets.UTF_8));
    }

    /** A crash leaves the whole file or none of its name. */
    private static void write(Path file, String text) throws IOException {
        var parent = file.getParent();
        if (parent == null) {
            throw new IOException("Not a file: " + file);
        }
        Files.createDirectories(parent);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var partial = Files.createTempFile(parent, ".", ".new");
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // A hard link, unlike a move, never replaces what another instance has just written.
            Files.createLink(file, partial);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
