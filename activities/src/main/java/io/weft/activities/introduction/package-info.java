/** A record seen for the first time: route it, match it, fix its key, link it. */
@NullMarked
package io.weft.activities.introduction;

import org.jspecify.annotations.NullMarked;
