package io.weft.activities.governor;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many requests went out lately. By the governor's nanos. */
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
  private final long began;
  private long bucket;

  Usage(long now) {
    began = now;
    bucket = Math.floorDiv(now, BUCKET);
  }

  /** One goes out. */
  void sent(long now) {
    latest.add(now);
    if (latest.size() > MANY) {
      latest.remove();
    }
    roll(now);
    buckets[(int) Math.floorMod(bucket, (long) BUCKETS)]++;
  }

  /** One of those counted was refused. */
  void refused(long now) {
    roll(now);
    buckets[(int) Math.floorMod(bucket, (long) BUCKETS)]--;
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
    long[] some = latest.stream().filter(sent -> now - sent < time).mapToLong(t -> t).toArray();
    return some.length < FEW ? 0 : (some.length - 1) * SECOND / Math.max(1, now - some[0]);
  }

  /** Requests a second that the system took over five minutes, pauses included. */
  double sustained(long now) {
    roll(now);
    long sum = 0;
    for (long count : buckets) {
      sum += count;
    }
    return sum * SECOND / Math.max(BUCKET, Math.min(BUCKET * BUCKETS, now - began));
  }

  private void roll(long now) {
    long current = Math.floorDiv(now, BUCKET);
    for (long b = Math.max(bucket + 1, current - BUCKETS + 1); b <= current; b++) {
      buckets[(int) Math.floorMod(b, (long) BUCKETS)] = 0;
    }
    bucket = current;
  }
}
