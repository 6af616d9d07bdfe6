package io.weft.activities.governor;

/**
 * How many requests of one kind may be under way. One more for each full round of answers while all
 * places are taken; half after a throttling or a silence, from where it soon gets back to what it
 * was. Guarded by its governor's lock.
 */
final class Window {
  private static final double LEAST = 1;
  private static final double BACK = 0.8;

  /** To find out how fast a system can be costs more than one place could bring. */
  private static final double WORTH_MEASURING = 2;

  private final double start;
  private final double ceiling;
  private final Slowness slowness = new Slowness();
  private int live;
  private int bulk;
  private double limit;
  private double settled;

  Window(int start, int ceiling) {
    this.ceiling = ceiling;
    this.start = Math.min(start, ceiling);
    this.limit = this.start;
  }

  int limit() {
    return (int) (slowness.isMeasuring() ? Math.max(LEAST, Math.min(limit, start) / 2) : limit);
  }

  int underWay() {
    return live + bulk;
  }

  int underWay(Lane lane) {
    return lane == Lane.LIVE ? live : bulk;
  }

  boolean isFull() {
    return underWay() >= limit();
  }

  /**
   * Whether one more fits.
   *
   * @param reserved places that bulk leaves free
   */
  boolean hasRoom(Lane lane, int reserved) {
    return lane == Lane.LIVE ? underWay() < (int) limit : !isFull() && bulk < limit() - reserved;
  }

  void enter(Lane lane) {
    count(lane, 1);
  }

  void leave(Lane lane) {
    count(lane, -1);
  }

  private void count(Lane lane, int change) {
    switch (lane) {
      case LIVE -> live += change;
      case BULK -> bulk += change;
    }
  }

  /** Whether it should be found out anew how fast the system can be. */
  boolean wantsMeasuring(long now) {
    return limit > start && ceiling >= start + WORTH_MEASURING && slowness.isDue(now);
  }

  /** Finds out how fast the system can be, with few requests under way. */
  void measure(long now) {
    slowness.measure(now);
  }

  /**
   * The answer to a request of so many parts; called while it still has its place.
   *
   * @param reserved places that nobody but live work may take, and that count as taken
   */
  void answered(long sent, long now, int parts, int reserved) {
    boolean full = underWay() >= limit() - reserved;
    slowness.answered(sent, now, parts);
    if (slowness.isSlow() && limit > start) {
      limit = Math.max(start, limit - 1 / limit);
    } else if (full && !slowness.isMeasuring()) {
      limit = Math.min(ceiling, limit + (limit < settled ? 1 : 1 / limit));
    }
  }

  /** Half of what was in use, because a place that nobody took proves nothing. */
  void halve() {
    double used = Math.min(limit, Math.max(underWay(), start));
    settled = used * BACK;
    limit = Math.max(LEAST, used / 2);
  }
}
