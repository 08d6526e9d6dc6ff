/**
 * The provisioning log as a service: its configuration and its application. Answers who changed
 * what, when, through which connection, and what was refused and why. May learn of changes from the
 * topics only, never from the services that make them.
 */
@NullMarked
package io.rollbook.audit;

import org.jspecify.annotations.NullMarked;
