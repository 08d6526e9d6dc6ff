/**
 * Guards the settings of every service against misspelt names. Knows the names of settings, never
 * their values.
 */
@NullMarked
package io.rollbook.link.settings;

import org.jspecify.annotations.NullMarked;
