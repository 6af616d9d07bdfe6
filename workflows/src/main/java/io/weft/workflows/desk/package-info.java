/** The operator's desk: questions to a worker, instructions to a waiting record. */
@NullMarked
package io.weft.workflows.desk;

import org.jspecify.annotations.NullMarked;
