package io.weft.workflows.record;

/** One of the two systems. */
public enum Side {
  CREATIO("Creatio"),
  D365("D365");

  private final String title;

  Side(String title) {
    this.title = title;
  }

  /** The name that people know the system by. */
  public String title() {
    return title;
  }

  /** The opposite system. */
  public Side other() {
    return switch (this) {
      case CREATIO -> D365;
      case D365 -> CREATIO;
    };
  }
}
