/**
 * Who asked for a change and with which request: the metadata of every command and every event. May
 * hold opaque ids and names of attributes only, never personal data.
 */
@NullMarked
package io.rollbook.provisioning.origin;

import org.jspecify.annotations.NullMarked;
