package io.rollbook.audit;

import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.scim.seam.ScimEndpoint;

/**
 * The parts of integrity that are no beans of their own: every endpoint bean is served to others.
 *
 * @param questions {@code /integrity} and {@code /custody}
 * @param export {@code /export}
 */
record IntegrityBeans(Custody custody, ScimEndpoint questions, ScimEndpoint export) {}
