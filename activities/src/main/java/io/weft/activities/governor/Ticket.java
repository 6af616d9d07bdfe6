package io.weft.activities.governor;

/** One request's place in the line, then among those under way. Guarded by its governor's lock. */
final class Ticket {
  /** Who is let in sooner than that did not wait: a millisecond. */
  private static final long AT_ONCE = 1_000_000L;

  private final Caller caller;
  private final Traffic traffic;
  private final long number;
  private final long joinedAt;
  private boolean admitted;
  private boolean hindered;
  private long admittedAt;

  /** A place in the line since then; numbers grow with the time of joining. */
  Ticket(Caller caller, Traffic traffic, long number, long now) {
    this.caller = caller;
    this.traffic = traffic;
    this.number = number;
    this.joinedAt = now;
  }

  Caller caller() {
    return caller;
  }

  Lane lane() {
    return caller.lane();
  }

  Traffic traffic() {
    return traffic;
  }

  long number() {
    return number;
  }

  /**
   * Lets it go.
   *
   * @param behind whether others are left waiting
   */
  void admit(long now, boolean behind) {
    admitted = true;
    admittedAt = now;
    hindered = behind || now - joinedAt >= AT_ONCE;
  }

  /** Whether more was wanted than may go when it went: it waited, or it left others behind. */
  boolean isHindered() {
    return hindered;
  }

  boolean admitted() {
    return admitted;
  }

  /** By the governor's nanos; means nothing before it is admitted. */
  long admittedAt() {
    return admittedAt;
  }
}
