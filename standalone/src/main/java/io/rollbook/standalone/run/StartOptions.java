package io.rollbook.standalone.run;

import io.rollbook.standalone.folder.DataFolder;

/**
 * What a start is told.
 *
 * @param port of HTTP
 * @param kafkaPort 0 for any free one, like the others
 */
public record StartOptions(DataFolder folder, int port, int kafkaPort, int postgresPort) {}
