/** What Microsoft Entra sends and needs, asked over HTTP of everything running together. */
@NullMarked
package io.rollbook.standalone.entra;

import org.jspecify.annotations.NullMarked;
