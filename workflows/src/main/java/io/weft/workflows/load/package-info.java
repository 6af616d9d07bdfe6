/** The initial load: two populated systems brought in step, batch by batch. */
@NullMarked
package io.weft.workflows.load;

import org.jspecify.annotations.NullMarked;
