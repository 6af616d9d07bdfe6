/** Following changes: D365 change tracking and the Creatio sweep. */
@NullMarked
package io.weft.workflows.poll;

import org.jspecify.annotations.NullMarked;
