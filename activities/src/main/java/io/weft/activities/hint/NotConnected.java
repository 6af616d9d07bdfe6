package io.weft.activities.hint;

/**
 * Nobody can be told yet, because the worker has only just begun: no trouble, so there is no trace.
 */
public final class NotConnected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotConnected() {
    super("Temporal is not connected yet", null, false, false);
  }
}
