/** Three-way merge, pure: bases and records in, plan out. */
@NullMarked
package io.weft.activities.merge;

import org.jspecify.annotations.NullMarked;
