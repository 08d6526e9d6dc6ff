package io.rollbook.standalone.run;

import io.rollbook.standalone.folder.DataFolder;

import java.util.Map;

/**
 * What a start is told.
 *
 * @param port of HTTP
 * @param kafkaPort 0 for any free one, like the others
 * @param gateway more settings of the gateway
 */
public record StartOptions(
        DataFolder folder, int port, int kafkaPort, int postgresPort, Map<String, Object> gateway) {

    public StartOptions {
        gateway = Map.copyOf(gateway);
    }

    public StartOptions(DataFolder folder, int port, int kafkaPort, int postgresPort) {
        this(folder, port, kafkaPort, postgresPort, Map.of());
    }
}
