/**
 * The operator's door to OAuth clients, and what a gateway asks about them. A secret's text is in
 * the answer that shows it once, and nowhere else.
 */
@NullMarked
package io.rollbook.provisioning.administration.client;

import org.jspecify.annotations.NullMarked;
