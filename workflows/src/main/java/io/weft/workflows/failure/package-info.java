/** What can go wrong, in names that histories keep and in words that people read. */
@NullMarked
package io.weft.workflows.failure;

import org.jspecify.annotations.NullMarked;
