package io.weft.sandbox.control;

import java.util.Locale;

/** What can be made to go wrong. The name on the control address is in kebab case. */
public enum Fault {
  /** The write is committed, then the connection closes without an answer. */
  DROP_ANSWER(Phase.AFTER),
  /** The connection closes now; the write is committed a while later. */
  LATE_COMMIT(Phase.LATE),
  /** 429 with {@code Retry-After}; nothing is done. */
  THROTTLE(Phase.INSTEAD),
  /** 429 without {@code Retry-After}; nothing is done. */
  THROTTLE_BARE(Phase.INSTEAD),
  /** 503, with {@code Retry-After} if seconds are given; nothing is done. */
  UNAVAILABLE(Phase.INSTEAD),
  /** An HTML page where JSON belongs, 200 unless another status is given; nothing is done. */
  HTML(Phase.INSTEAD),
  /** The write is committed, then 500. */
  ERROR_AFTER_COMMIT(Phase.AFTER),
  /** 500; nothing is done. */
  ERROR_BEFORE_COMMIT(Phase.INSTEAD),
  /** 500 with the database's deadlock text; nothing is done. */
  DEADLOCK(Phase.INSTEAD),
  /** 500 that speaks of memory: the client should ask for less; nothing is done. */
  RAM_LIMIT(Phase.INSTEAD),
  /** 401: the token counts no more. */
  TOKEN_REVOKED(Phase.INSTEAD),
  /** 403; nothing is done. */
  FORBIDDEN(Phase.INSTEAD),
  /** 302 to the login page; nothing is done. */
  REDIRECT(Phase.INSTEAD),
  /** The answer comes late. */
  SLOW(Phase.BEFORE),
  /** The work is done; the answer breaks off in the middle of its body. */
  TRUNCATED(Phase.AFTER),
  /** Reads silently leave rows out, as lost permissions do. */
  HIDDEN_ROWS(Phase.DATA),
  /** A write becomes visible late, with the time stamp of its beginning. */
  STALE_ROW(Phase.DATA),
  /** Outgoing events are sent twice. */
  DUPLICATE_EVENTS(Phase.EVENT),
  /** An outgoing event is held back until others have passed it. */
  REORDER_EVENTS(Phase.EVENT),
  /** Outgoing events are lost. */
  DROP_EVENTS(Phase.EVENT),
  /** The system's clock is off. */
  CLOCK_SKEW(Phase.DATA);

  /** When in the life of a request a fault acts. */
  public enum Phase {
    /** Before the tenant sees the request. */
    BEFORE,
    /** Instead of the tenant. */
    INSTEAD,
    /** The tenant works later. */
    LATE,
    /** After the tenant has worked. */
    AFTER,
    /** Inside the tenant. */
    DATA,
    /** On outgoing events. */
    EVENT
  }

  private final Phase phase;

  Fault(Phase phase) {
    this.phase = phase;
  }

  /** Returns when this fault acts. */
  public Phase phase() {
    return phase;
  }

  /** Returns whether this fault stays until removed when no limit is given. */
  boolean isStanding() {
    return this == CLOCK_SKEW || this == HIDDEN_ROWS;
  }

  /** Returns the name on the control address. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the fault of a name.
   *
   * @throws IllegalArgumentException naming what there is, if there is none of that name
   */
  public static Fault of(String label) {
    for (Fault fault : values()) {
      if (fault.label().equals(label)) {
        return fault;
      }
    }
    throw new IllegalArgumentException("no fault '" + label + "'; there are " + labels());
  }

  private static String labels() {
    StringBuilder all = new StringBuilder();
    for (Fault fault : values()) {
      all.append(all.length() == 0 ? "" : ", ").append(fault.label());
    }
    return all.toString();
  }
}
