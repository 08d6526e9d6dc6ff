/**
 * The offline verifier's command line. Everything of this module needs the JDK alone, so that an
 * auditor can run, read and rewrite it without our server.
 */
@NullMarked
package io.rollbook.verify;

import org.jspecify.annotations.NullMarked;
