package io.weft.workflows;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.poll.PollActivities;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Feeds with nothing new; may hang in a turn, as a real one does, or fail. */
public final class FakePolls implements PollActivities {
  private static final PollReport QUIET =
      new PollReport(List.of(new FeedLine("customers", 3, 1, 2, "2026-11-23T00:00:00Z")));

  private final List<ResetRequest> resets = new ArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private int turns;
  private int failures;
  private int failingResets;
  private boolean hanging;

  /** The next turn is refused for good. */
  public synchronized void failOnce() {
    failures = 1;
  }

  /** The next reset is refused for good. */
  public synchronized void failResetOnce() {
    failingResets = 1;
  }

  /** Turns last until they are broken off, or come back at once. */
  public synchronized void hang(boolean now) {
    hanging = now;
  }

  /** Turns begun so far. */
  public synchronized int turns() {
    return turns;
  }

  /** Resets so far. */
  public synchronized List<ResetRequest> resets() {
    return List.copyOf(resets);
  }

  @Override
  public PollReport followFeeds(PollRequest request) {
    return turn();
  }

  @Override
  public PollReport sweepCreatio(SweepRequest request) {
    return turn();
  }

  @Override
  public synchronized void resetFeeds(ResetRequest request) {
    if (failingResets > 0) {
      failingResets--;
      throw ApplicationFailure.newFailure("feeds refused", "Rejected");
    }
    resets.add(request);
  }

  private PollReport turn() {
    ActivityExecutionContext context = Activity.getExecutionContext();
    begin();
    while (isHanging()) {
      context.heartbeat("waiting"); // throws when the turn is broken off
      pauseBriefly();
    }
    return QUIET;
  }

  private synchronized void begin() {
    turns++;
    if (failures > 0) {
      failures--;
      throw ApplicationFailure.newFailure("feed refused", "Rejected");
    }
  }

  private synchronized boolean isHanging() {
    return hanging;
  }

  private void pauseBriefly() {
    try {
      if (never.await(20, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("never counted down");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the worker shuts down", e);
    }
  }
}
