package io.rollbook.standalone.run;

import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.folder.DataFolder;

import java.util.Map;
import java.util.Optional;

/**
 * What a start is told.
 *
 * @param port of HTTP
 * @param kafkaPort 0 for any free one, like the others
 * @param tls without it the gateway speaks HTTP
 * @param gateway more settings of the gateway
 */
public record StartOptions(
        DataFolder folder,
        int port,
        int kafkaPort,
        int postgresPort,
        Optional<TlsFiles> tls,
        Map<String, Object> gateway) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * @throws Refusal when a port is none, or two servers have the same
     */
    public StartOptions {
        requirePort("HTTP", port);
        requirePort("Kafka", kafkaPort);
        requirePort("PostgreSQL", postgresPort);
        requireDifferent("HTTP", port, "Kafka", kafkaPort);
        requireDifferent("HTTP", port, "PostgreSQL", postgresPort);
        requireDifferent("Kafka", kafkaPort, "PostgreSQL", postgresPort);
        gateway = Map.copyOf(gateway);
    }

    public StartOptions(DataFolder folder, int port, int kafkaPort, int postgresPort) {
        this(folder, port, kafkaPort, postgresPort, Optional.empty(), Map.of());
    }

    public StartOptions with(Map<String, Object> settings) {
        return new StartOptions(folder, port, kafkaPort, postgresPort, tls, settings);
    }

    public StartOptions with(Optional<TlsFiles> files) {
        return new StartOptions(folder, port, kafkaPort, postgresPort, files, gateway);
    }

    private static void requirePort(String purpose, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new Refusal(
                    "There is no port %d for %s: ports are 1 to %d, and 0 is any free one."
                            .formatted(port, purpose, HIGHEST_PORT));
        }
    }

    private static void requireDifferent(String one, int port, String other, int otherPort) {
        if (port != 0 && port == otherPort) {
            throw new Refusal(
                    "%s and %s cannot both have port %d; choose another one for one of them."
                            .formatted(one, other, port));
        }
    }
}
