/**
 * The event store: events as rows of PostgreSQL with logical names, revisions and JSON, Axon's
 * parts around it, and the transaction of a command with the tenant that it is confined to. Answers
 * how a command reaches its handler and how an aggregate is loaded and appended to; may decide
 * nothing about users, groups or tenants, and may know nothing of Kafka.
 */
@NullMarked
package io.rollbook.provisioning.store;

import org.jspecify.annotations.NullMarked;
