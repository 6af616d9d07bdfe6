package io.weft.worker;

import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;

/**
 * How much a worker does at once. What a remote system is asked is its governor's business; these
 * numbers only bound memory and threads.
 */
public final class Tuning {
  private static final int LIVE_ACTIVITIES = 64;
  private static final int LIVE_WORKFLOW_TASKS = 64;
  private static final int BULK_ACTIVITIES = 8;
  private static final int CACHED_WORKFLOWS = 600;

  private Tuning() {}

  /** For the factory: virtual threads where there are any. */
  public static WorkerFactoryOptions factory(List<WorkerInterceptor> interceptors) {
    return WorkerFactoryOptions.newBuilder()
        .setWorkflowCacheSize(CACHED_WORKFLOWS)
        .setUsingVirtualWorkflowThreads(Threads.virtual())
        .setWorkerInterceptors(interceptors.toArray(WorkerInterceptor[]::new))
        .build();
  }

  /** For the queue of live work. */
  public static WorkerOptions live() {
    // Attempts have 15 s to show that they live; the SDK would hold beats back for 12 s.
    return options(LIVE_ACTIVITIES, Duration.ofSeconds(5));
  }

  /** For the queue of loads and sweeps. */
  public static WorkerOptions bulk() {
    // An answer to a beat is how a pause arrives: it must not take longer than people wait. And
    // after a crash it is first left for the worker that is no more, five seconds if not told.
    return WorkerOptions.newBuilder(options(BULK_ACTIVITIES, Duration.ofMillis(500)))
        .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(1))
        .build();
  }

  private static WorkerOptions options(int activities, Duration betweenBeats) {
    return WorkerOptions.newBuilder()
        .setMaxConcurrentActivityExecutionSize(activities)
        .setMaxConcurrentWorkflowTaskExecutionSize(LIVE_WORKFLOW_TASKS)
        .setUsingVirtualThreads(Threads.virtual())
        .setMaxHeartbeatThrottleInterval(betweenBeats)
        .setDefaultHeartbeatThrottleInterval(betweenBeats)
        .build();
  }
}
