package io.weft.workflows.sync;

import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.common.RetryOptions;
import io.weft.workflows.failure.FailureTypes;
import java.time.Duration;

/**
 * The only retry options there are, one constant per kind of work. An installation may override
 * them per activity type on the worker; workflow code never reads settings, because a run outlives
 * a process.
 *
 * <p>None sets a schedule-to-start timeout: waiting in the queue is not a fault of the work, and
 * such a timeout is never retried.
 */
public final class ActivityProfiles {
  /** 72 hours: how long a record is tried before a person is asked. */
  public static final Duration RETRY_BUDGET = Duration.ofDays(3);

  /**
   * Reads for a person who waits for the answer: tried for ten minutes, then the person hears why.
   */
  public static final ActivityOptions READ =
      ActivityOptions.newBuilder()
          .setScheduleToCloseTimeout(Duration.ofMinutes(10))
          .setStartToCloseTimeout(Duration.ofMinutes(5))
          .setRetryOptions(backoff(Duration.ofSeconds(2), Duration.ofSeconds(30)))
          .build();

  /**
   * A pass or an introduction. 72 h is the promised retry budget; no retry adds to the history. Two
   * minutes is the longest pause, so that everything is under way again soon after an outage. One
   * attempt may take 60 s, and must heartbeat every 15 s, so that the passes of a killed worker
   * move on within seconds. Only a refused record is not tried again: repeating cannot help it.
   */
  public static final ActivityOptions WRITE =
      ActivityOptions.newBuilder()
          .setScheduleToCloseTimeout(RETRY_BUDGET)
          .setStartToCloseTimeout(Duration.ofMinutes(1))
          .setHeartbeatTimeout(Duration.ofSeconds(15))
          .setRetryOptions(backoff(Duration.ofSeconds(5), Duration.ofMinutes(2)))
          .build();

  /**
   * Our own store. Without it nothing can go on and nothing may be dropped, so there is no budget:
   * tried until it is back. A statement that takes longer than 30 s has lost its connection.
   */
  public static final ActivityOptions STORE =
      ActivityOptions.newBuilder()
          .setStartToCloseTimeout(Duration.ofSeconds(30))
          .setRetryOptions(backoff(Duration.ofSeconds(1), Duration.ofMinutes(1)))
          .build();

  /**
   * Many records in one activity, on the queue of its own, resumed from its heartbeat. A day for
   * one attempt, because the work is bounded by its input; 72 h in all, then a person looks.
   */
  public static final ActivityOptions BULK =
      ActivityOptions.newBuilder()
          .setTaskQueue(TaskQueues.LOAD)
          .setScheduleToCloseTimeout(RETRY_BUDGET)
          .setStartToCloseTimeout(Duration.ofDays(1))
          .setHeartbeatTimeout(Duration.ofMinutes(1))
          .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
          .setRetryOptions(backoff(Duration.ofSeconds(5), Duration.ofMinutes(5)))
          .build();

  /**
   * A piece of an initial load, on the queue of bulk work: how far it has come is in the store, so
   * that an attempt goes on where the last one stopped. 15 s without a sign of life, so that a load
   * moves on soon after its worker was killed. A pause waits until the records in hand are done. 72
   * h in all, then a person looks.
   */
  public static final ActivityOptions LOAD =
      ActivityOptions.newBuilder()
          .setTaskQueue(TaskQueues.LOAD)
          .setScheduleToCloseTimeout(RETRY_BUDGET)
          .setStartToCloseTimeout(Duration.ofDays(1))
          .setHeartbeatTimeout(Duration.ofSeconds(15))
          .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
          .setRetryOptions(backoff(Duration.ofSeconds(2), Duration.ofMinutes(1)))
          .build();

  /**
   * One turn at the feeds of a legal entity: at most an hour by its input, two with retries inside
   * it. After three hours without a finished turn the poller says so on its page and begins anew. A
   * pause waits until the reader has really stopped.
   */
  public static final ActivityOptions POLL =
      ActivityOptions.newBuilder()
          .setScheduleToCloseTimeout(Duration.ofHours(3))
          .setStartToCloseTimeout(Duration.ofHours(2))
          .setHeartbeatTimeout(Duration.ofMinutes(1))
          .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
          .setRetryOptions(backoff(Duration.ofSeconds(5), Duration.ofMinutes(1)))
          .build();

  private ActivityProfiles() {}

  /** The same limits with a line that says in the Web UI what the activity does. */
  public static ActivityOptions named(ActivityOptions profile, String summary) {
    return ActivityOptions.newBuilder(profile).setSummary(summary).build();
  }

  private static RetryOptions backoff(Duration initial, Duration maximum) {
    return RetryOptions.newBuilder()
        .setInitialInterval(initial)
        .setBackoffCoefficient(2)
        .setMaximumInterval(maximum)
        .setDoNotRetry(FailureTypes.REJECTED)
        .build();
  }
}
