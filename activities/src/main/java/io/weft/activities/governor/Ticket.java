package io.weft.activities.governor;

/** One request's place in the line, then among those under way. Guarded by its governor's lock. */
final class Ticket {
  private final Caller caller;
  private final Traffic traffic;
  private final long number;
  private boolean admitted;
  private long admittedAt;

  /** A place in the line; numbers grow with the time of joining. */
  Ticket(Caller caller, Traffic traffic, long number) {
    this.caller = caller;
    this.traffic = traffic;
    this.number = number;
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

  void admit(long now) {
    admitted = true;
    admittedAt = now;
  }

  boolean admitted() {
    return admitted;
  }

  /** By the governor's nanos; means nothing before it is admitted. */
  long admittedAt() {
    return admittedAt;
  }
}
