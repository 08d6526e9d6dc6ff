package io.rollbook.standalone.command;

import io.rollbook.embedded.Folders;
import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.IssuedToken;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;
import io.rollbook.standalone.run.FirstToken;
import io.rollbook.standalone.run.Standalone;
import io.rollbook.standalone.run.StartOptions;
import io.rollbook.standalone.run.TlsFiles;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Starts everything in this process and stays until it is told to stop. */
@Command(
        name = "up",
        description = "Starts Rollbook with its own PostgreSQL and Kafka; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The HTTP port (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "N",
            defaultValue = "9092",
            description = "Kafka's port (default: ${DEFAULT-VALUE}).")
    private int kafkaPort;

    @Option(
            names = "--postgres-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "PostgreSQL's port (default: any free one).")
    private int postgresPort;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where all data is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Also write the first token there, for its owner only.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Speak HTTPS with this certificate (PEM); read again when it changes.")
    private @Nullable Path tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The certificate's private key (PEM, PKCS #8, not encrypted).")
    private @Nullable Path tlsKey;

    @Override
    public Integer call() throws InterruptedException {
        var folder = new DataFolder(data);
        var options = new StartOptions(folder, port, kafkaPort, postgresPort).with(tls());
        var file = Optional.ofNullable(tokenFile).map(TokenFile::new);
        Folders.owned(folder.path());
        Logging.into(folder.log());
        var standalone = new Standalone(options);
        Runtime.getRuntime().addShutdownHook(new Thread(standalone::close, "stop"));
        var lines =
                standalone.start(
                        instance -> {
                            var token = firstToken(standalone, instance);
                            file.ifPresent(place -> place.take(token));
                            return Announcement.of(instance, folder, token);
                        });
        lines.forEach(Terminal::say);
        standalone.awaitStop();
        return 0;
    }

    private Optional<TlsFiles> tls() {
        if (tlsCertificate == null && tlsKey == null) {
            return Optional.empty();
        }
        if (tlsCertificate == null || tlsKey == null) {
            throw new Refusal("HTTPS needs both: --tls-certificate and --tls-key.");
        }
        return Optional.of(new TlsFiles(tlsCertificate, tlsKey));
    }

    private static Optional<IssuedToken> firstToken(
            Standalone standalone, RunningInstance instance) {
        if (standalone.hasTenants()) {
            return Optional.empty();
        }
        try (var administration = standalone.administration(instance)) {
            return Optional.of(FirstToken.make(administration));
        }
    }
}
