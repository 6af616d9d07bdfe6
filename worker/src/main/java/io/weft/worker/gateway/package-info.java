/** The HTTP gateway: webhooks and events in, health and metrics out. */
@NullMarked
package io.weft.worker.gateway;

import org.jspecify.annotations.NullMarked;
