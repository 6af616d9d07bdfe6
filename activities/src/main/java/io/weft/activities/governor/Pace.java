package io.weft.activities.governor;

/**
 * What a system turned out to take: requests a second and at once. Nothing is known until it first
 * throttles us. Then a little less than what we asked of it is kept, and whichever of the two is in
 * the way is raised step by step; a step that is answered by another throttling is taken back.
 * Steps wait twenty times as long as the last pause lasted, so that asking for more never costs
 * more than a twentieth of the time. Guarded by its governor's lock.
 */
final class Pace {
  /** A pace in force for that long without a throttling is not to blame for the next one. */
  private static final long PROOF = seconds(30);

  private static final long SHORTEST_REST = seconds(20);
  private static final long LONGEST_REST = seconds(1800);
  private static final int RESTS_PER_PAUSE = 20;
  private static final int MOST_DOUBLINGS = 1;
  private static final double BACK = 0.8;
  private static final double LITTLE_BACK = 0.9;

  /** Where that much of what we asked for was done, pauses included, they are worth their price. */
  private static final double TOLERATED = 0.8;

  /** That near to the rate, the rate is what is in the way. */
  private static final double NEARLY = 0.9;

  /** So few requests a second are counted too roughly to tell; and one at a time does as much. */
  private static final double FEW = 5;

  private static final double SECOND = 1e9;

  private final Limits limits;
  private final Level perSecond = new Level();
  private final Level atOnce = new Level();
  private final Blame blame = new Blame();
  private double perSecondBefore;
  private double atOnceBefore;
  private int takenBack;
  private long since;
  private long pausedAt;
  private long rest;
  private long raiseAt;
  private boolean blamed = true;
  private long earliest;

  Pace(Limits limits, long now) {
    this.limits = limits;
    this.since = now;
    this.earliest = now;
  }

  private static long seconds(long seconds) {
    return seconds * 1_000_000_000L;
  }

  /** Whether the system ever said that it was too much, and the lesson still holds. */
  private boolean isKnown() {
    return perSecond.value() < Double.POSITIVE_INFINITY;
  }

  /**
   * Requests that may be under way. A part of a place is one that is open for that part of each
   * second.
   */
  int atOnce(long now) {
    if (!isKnown()) {
      return Integer.MAX_VALUE;
    }
    double whole = Math.floor(atOnce.value());
    boolean open = Math.floorMod(now, (long) SECOND) < (atOnce.value() - whole) * SECOND;
    return (int) Math.max(1, whole + (open ? 1 : 0));
  }

  /** Requests a second; infinite where nothing is known. */
  double perSecond() {
    return perSecond.value();
  }

  /** Nanoseconds until the next request; 0 where it may go now. */
  long delay(long now) {
    return isKnown() ? Math.max(0, earliest - now) : 0;
  }

  /** One goes out: the next one keeps its distance. */
  void sent(long now) {
    if (isKnown()) {
      long distance = (long) (SECOND / perSecond());
      earliest = Math.max(earliest, now - distance / 2) + distance; // who is late catches up
    }
  }

  /**
   * The system throttles us while we ask for all we may.
   *
   * @param asked what we asked for; the rates are 0 where too little was sent to tell
   */
  void throttled(Asked asked, long now) {
    long gap = now - since;
    boolean fresh = gap < PROOF;
    blamed = (fresh || !asked.isTolerable()) && !blame.isOfOthers(gap, now);
    if (!isKnown()) {
      learn(asked);
    } else if (blamed && fresh && (perSecond.isRaised() || atOnce.isRaised())) {
      takeBack(perSecond.isRaised() ? perSecond : atOnce);
    } else if (blamed) {
      lower(fresh ? BACK : LITTLE_BACK, gap, now);
    }
  }

  /**
   * What was asked of a system when it became too much.
   *
   * @param briefly requests a second at the most
   * @param lately requests a second over some seconds
   * @param sustained requests a second that it took over minutes, pauses included
   */
  record Asked(double briefly, double lately, double sustained, int atOnce) {
    boolean isTolerable() {
      return lately > 0 && sustained >= lately * TOLERATED;
    }
  }

  private void learn(Asked asked) {
    if (blamed && asked.briefly() > 0) {
      perSecond.learn(asked.briefly(), BACK);
      atOnce.learn(asked.atOnce(), BACK);
      takenBack = 0;
    }
  }

  private void lower(double factor, long gap, long now) {
    if (blame.begins(gap)) {
      perSecondBefore = perSecond.value();
      atOnceBefore = atOnce.value();
    }
    if (blame.wasInVain(now)) {
      perSecond.learn(perSecondBefore, 1);
      atOnce.learn(atOnceBefore, 1);
    } else {
      perSecond.lower(factor);
      atOnce.lower(factor);
    }
    takenBack = 0;
  }

  private void takeBack(Level level) {
    takenBack = level.takeBack() ? Math.min(MOST_DOUBLINGS, takenBack + 1) : 0;
  }

  /**
   * Nothing goes out until then.
   *
   * @param first whether it went out until now
   */
  void paused(boolean first, long now, long until) {
    pausedAt = first ? now : pausedAt;
    since = until;
    earliest = until;
    if (blamed) {
      long pause = until - pausedAt;
      rest = Math.max(SHORTEST_REST, Math.min(LONGEST_REST, pause * RESTS_PER_PAUSE));
      raiseAt = until + (rest << takenBack);
    }
  }

  /**
   * Takes the next step where it is time.
   *
   * @param lately requests a second over some seconds
   */
  void refresh(double lately, long now) {
    perSecond.keep();
    atOnce.keep();
    boolean paced = perSecond.value() < FEW || lately >= perSecond.value() * NEARLY;
    if (paced) {
      perSecond.raise();
    } else {
      atOnce.raise();
    }
    takenBack = 0;
    since = now;
    raiseAt = now + rest;
    if (perSecond.value() > limits.perSecond() && atOnce.value() > limits.concurrency()) {
      perSecond.forget();
      atOnce.forget();
    }
  }

  /** Whether it is time for the next step. */
  boolean isDue(long now) {
    return isKnown() && now - raiseAt >= 0;
  }
}
