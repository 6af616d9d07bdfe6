package io.weft.workflows.desk;

import org.jspecify.annotations.Nullable;

/** A question without an answer; the message says why and what to do, for a person. */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
