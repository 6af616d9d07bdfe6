package io.weft.sandbox.d365.schema;

/** A value in a request that the property's type cannot hold; the message is what a client sees. */
public final class BadValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence that a client sees. */
  public BadValue(String message) {
    super(message);
  }
}
