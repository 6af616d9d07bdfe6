/** What a remote call can come back with, and its one translation for Temporal. */
@NullMarked
package io.weft.activities.failure;

import org.jspecify.annotations.NullMarked;
