/** The one request path to both systems, and what it needs. */
@NullMarked
package io.weft.activities.http;

import org.jspecify.annotations.NullMarked;
