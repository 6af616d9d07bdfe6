package io.weft.cli;

import org.jspecify.annotations.Nullable;

/** A command that cannot do its work; the message says why and what to do next. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** A failure with one of the {@link ExitCodes}. */
  public CommandFailure(int exitCode, String message) {
    this(exitCode, message, null);
  }

  public CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** One of the {@link ExitCodes}. */
  public int exitCode() {
    return exitCode;
  }
}
