/** The way into Temporal: connection, payloads, starts. */
@NullMarked
package io.weft.workflows.client;

import org.jspecify.annotations.NullMarked;
