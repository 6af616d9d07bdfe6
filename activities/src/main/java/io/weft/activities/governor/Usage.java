package io.weft.activities.governor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast requests go out while more of them wait than may go; by a clock that stands still while
 * nobody waits. What goes out as soon as it is wanted shows what people want, not what a system
 * takes. Guarded by its governor's lock.
 */
final class Usage {
  private static final int FEW = 8;
  private static final int MANY = 1000;
  private static final long MOMENT = 2_000_000_000L;
  private static final long WHILE = 10_000_000_000L;
  private static final long BUCKET = 10_000_000_000L;
  private static final int BUCKETS = 30;
  private static final double SECOND = 1e9;

  private final Deque<Long> latest = new ArrayDeque<>();
  private final long[] buckets = new long[BUCKETS];
  private long waited;
  private long looked;
  private boolean waiting;
  private long bucket;

  Usage(long now) {
    looked = now;
  }

  /** Whether anybody waits from now on. */
  void waiting(boolean anybody, long now) {
    clock(now);
    waiting = anybody;
  }

  /** The time for which anybody waited, pauses that the system asked for included. */
  private long clock(long now) {
    waited += waiting ? now - looked : 0;
    looked = now;
    return waited;
  }

  /** One goes out that waited, or that leaves others behind. */
  void sent(long now) {
    latest.add(clock(now));
    if (latest.size() > MANY) {
      latest.remove();
    }
    count(1, now);
  }

  /** One of those counted was refused. */
  void refused(long now) {
    count(-1, now);
  }

  private void count(int more, long now) {
    roll(now);
    buckets[(int) Math.floorMod(bucket, (long) BUCKETS)] += more;
  }

  /** Nothing goes out for a while; what was before says nothing about afterwards. */
  void paused() {
    latest.clear();
  }

  /** Requests a second, in the last two seconds or the last ten; 0 where there were too few. */
  double briefly(long now) {
    return Math.max(within(MOMENT, now), within(WHILE, now));
  }

  /** Requests a second in the last ten seconds; 0 where there were too few. */
  double lately(long now) {
    return within(WHILE, now);
  }

  private double within(long time, long now) {
    long clock = clock(now);
    long[] some = latest.stream().filter(sent -> clock - sent < time).mapToLong(t -> t).toArray();
    return some.length < FEW ? 0 : (some.length - 1) * SECOND / Math.max(1, clock - some[0]);
  }

  /** Requests a second that the system took over five minutes, pauses included. */
  double sustained(long now) {
    roll(now);
    long sum = 0;
    for (long count : buckets) {
      sum += count;
    }
    return sum * SECOND / Math.max(BUCKET, Math.min(BUCKET * BUCKETS, waited));
  }

  private void roll(long now) {
    long current = clock(now) / BUCKET;
    for (long b = Math.max(bucket + 1, current - BUCKETS + 1); b <= current; b++) {
      buckets[(int) Math.floorMod(b, (long) BUCKETS)] = 0;
    }
    bucket = current;
  }
}
