package io.weft.stage;

/** Something that should have come true was not seen within its time. */
public final class NotSeen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence: what was waited for, and how things stand instead. */
  public NotSeen(String what) {
    super(what);
  }
}
