/** The three-way merge of one pair, field by field. Pure. */
@NullMarked
package io.weft.activities.merge;

import org.jspecify.annotations.NullMarked;
