package io.weft.workflows.client;

import org.jspecify.annotations.Nullable;

/** Temporal cannot be used; the message says where it was sought, why, and what to do. */
public final class CannotConnect extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotConnect(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
