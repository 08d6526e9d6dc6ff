/**
 * Requests whose credential was not accepted: slowed down per source and per beginning of the
 * credential, without harm for those who were accepted before. Knows nothing of tenants, and may
 * not tell anybody whether a credential exists.
 */
@NullMarked
package io.rollbook.gateway.stranger;

import org.jspecify.annotations.NullMarked;
