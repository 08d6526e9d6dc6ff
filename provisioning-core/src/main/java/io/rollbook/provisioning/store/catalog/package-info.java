/**
 * What can stand in the event store: names, revisions and JSON, and how older revisions are read.
 * The only place that knows the classes of all events; may know nothing of Axon or of the database.
 */
@NullMarked
package io.rollbook.provisioning.store.catalog;

import org.jspecify.annotations.NullMarked;
