/**
 * What the gateway refuses so often that single entries would flood the log: counted in bounded
 * memory, and told to the write side once for each interval. May hold no credential.
 */
@NullMarked
package io.rollbook.gateway.report;

import org.jspecify.annotations.NullMarked;
