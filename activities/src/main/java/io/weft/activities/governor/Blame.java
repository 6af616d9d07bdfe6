package io.weft.activities.governor;

/**
 * Tells throttlings that we cause from those that come whatever we do, as where others use the same
 * system: asking for less makes the first come less often. Guarded by its governor's lock.
 */
final class Blame {
  /** Less was asked for so often, and it changed nothing. */
  private static final int IN_VAIN = 5;

  /** What comes sooner than that after a pause is ours beyond doubt. */
  private static final long AT_ONCE = 5_000_000_000L;

  /** Throttlings that come so much later are an effect of asking for less. */
  private static final double LATER = 1.5;

  private static final long PARDON = 600_000_000_000L;

  private int lessons;
  private long firstGap;
  private long pardonedUntil;
  private boolean pardoned;

  /** Whether a throttling that long after the last pause says nothing of us. */
  boolean isOfOthers(long gap, long now) {
    return pardoned && gap >= AT_ONCE && now - pardonedUntil < 0;
  }

  /** Whether this is the first of lessons that have to prove themselves. */
  boolean begins(long gap) {
    if (lessons == 0 || gap < AT_ONCE || gap > firstGap * LATER) {
      lessons = 0;
      firstGap = gap;
      return true;
    }
    return false;
  }

  /** Notes a lesson; whether it is one too many, so that all of them were none. */
  boolean wasInVain(long now) {
    lessons++;
    if (lessons <= IN_VAIN) {
      return false;
    }
    lessons = 0;
    pardoned = true;
    pardonedUntil = now + PARDON;
    return true;
  }
}
