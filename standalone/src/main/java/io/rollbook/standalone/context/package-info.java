/**
 * How the services' Spring contexts are made in one process: worked out when Rollbook is built,
 * filled and started when it runs. Knows the services' configurations and nothing else of them.
 */
@NullMarked
package io.rollbook.standalone.context;

import org.jspecify.annotations.NullMarked;
