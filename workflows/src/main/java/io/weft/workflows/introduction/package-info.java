/** A record seen for the first time finds its legal entities and its partner. */
@NullMarked
package io.weft.workflows.introduction;

import org.jspecify.annotations.NullMarked;
