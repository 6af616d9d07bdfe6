package io.weft.sandbox.odata;

/** A query that cannot be understood, or that a dialect refuses. */
public final class BadQuery extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  /** Makes the failure with the words for the client; it answers 400. */
  public BadQuery(String message) {
    this(400, message);
  }

  /** Makes the failure with a status of its own. */
  public BadQuery(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Returns the HTTP status this deserves. */
  public int status() {
    return status;
  }
}
