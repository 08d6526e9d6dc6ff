package io.rollbook.standalone.run;

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

    public StartOptions {
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
}
