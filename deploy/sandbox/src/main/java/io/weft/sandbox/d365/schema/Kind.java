package io.weft.sandbox.d365.schema;

/** The value types of F&amp;O entities, each with what stands for "empty" on the wire. */
public enum Kind {
  /** Never null on the wire: empty is {@code ""}. */
  STRING("Edm.String"),
  /** Exact; a JSON number. */
  DECIMAL("Edm.Decimal"),
  /** A JSON number. */
  INT32("Edm.Int32"),
  /** A JSON number, possibly beyond 2^53. */
  INT64("Edm.Int64"),
  /** A calendar day, sent as noon UTC. */
  DAY("Edm.DateTimeOffset"),
  /** A moment in UTC. */
  INSTANT("Edm.DateTimeOffset"),
  /** A member's symbol; the first member is the empty one. */
  ENUM("");

  private final String edm;

  Kind(String edm) {
    this.edm = edm;
  }

  /** Returns the type's name in {@code $metadata}; empty for enums, which have their own. */
  public String edm() {
    return edm;
  }
}
