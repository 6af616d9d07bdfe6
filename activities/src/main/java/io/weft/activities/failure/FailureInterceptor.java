package io.weft.activities.failure;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityWorkerShutdownException;
import io.temporal.common.RetryOptions;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.failure.FailureTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one translation of typed failures for Temporal: type, whether and when to try again, and as
 * details one {@link io.weft.workflows.failure.Problem} that a workflow can park with. Anything
 * else that an activity throws passes as it is.
 */
public final class FailureInterceptor extends WorkerInterceptorBase {
  private static final int FRAMES = 6;
  private static final int CAUSES = 20;

  /** What a server takes where a policy names no first interval. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  /** What a server takes where a policy names no longest interval. */
  private static final int TIMES_THE_FIRST = 100;

  private static final Duration TAKE_OVER = Duration.ofSeconds(1);

  private final RetryDelay delays;

  /**
   * A translation by a given clock.
   *
   * @param jitter numbers from 0 to 1, spread evenly
   */
  public FailureInterceptor(Clock clock, DoubleSupplier jitter) {
    this.delays = new RetryDelay(clock, jitter);
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new Translating(next);
  }

  ApplicationFailure translate(RemoteException failure, @Nullable Trial trial) {
    return shortened(
        ApplicationFailure.newBuilder()
            .setMessage(String.valueOf(failure.getMessage()))
            .setType(failure.failureType())
            .setNonRetryable(!failure.retryable())
            .setNextRetryDelay(delays.after(failure, trial))
            .setCategory(category(failure))
            .setDetails(Remedies.problem(failure))
            .setCause(shortened(failure))
            .build());
  }

  /** Expected failures stay out of error metrics, so that alerts keep their meaning. */
  private static ApplicationErrorCategory category(RemoteException failure) {
    boolean expected =
        failure instanceof RemoteException.Throttled
            || failure instanceof RemoteException.Conflict
            || (failure instanceof RemoteException.Unavailable away && !away.asked());
    return expected ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED;
  }

  /** The trial that an attempt belongs to. */
  private static Trial trialOf(ActivityInfo info) {
    RetryOptions policy =
        Objects.requireNonNullElse(info.getRetryOptions(), RetryOptions.getDefaultInstance());
    Duration first = Objects.requireNonNullElse(policy.getInitialInterval(), FIRST);
    Duration longest =
        Objects.requireNonNullElse(
            policy.getMaximumInterval(), first.multipliedBy(TIMES_THE_FIRST));
    Instant begun = Instant.ofEpochMilli(info.getScheduledTimestamp());
    long budget = info.getScheduleToCloseTimeout().toMillis();
    return new Trial(begun, first, longest, budget <= 0 ? null : begun.plusMillis(budget));
  }

  /** A failure of our own making (a claim, an unknown outcome, the store away). */
  ApplicationFailure translateOwn(
      RuntimeException failure, TypedFailure typed, @Nullable Trial trial) {
    ApplicationFailure.Builder builder = ApplicationFailure.newBuilder();
    if (typed.remedy() != null) {
      builder.setDetails(Remedies.problem(failure, typed));
    }
    return shortened(
        builder
            .setMessage(String.valueOf(failure.getMessage()))
            .setType(typed.failureType())
            .setNonRetryable(!typed.retryable())
            .setNextRetryDelay(delays.after(typed, trial))
            .setCategory(ApplicationErrorCategory.BENIGN)
            .setCause(shortened(failure))
            .build());
  }

  /** A worker that stops has not failed: the next one takes over at once, however many tries in. */
  private static ApplicationFailure stopped(ActivityWorkerShutdownException stop) {
    return shortened(
        ApplicationFailure.newBuilder()
            .setMessage("the worker stopped; another one goes on")
            .setType(FailureTypes.UNAVAILABLE)
            .setNextRetryDelay(TAKE_OVER)
            .setCategory(ApplicationErrorCategory.BENIGN)
            .setCause(shortened(stop))
            .build());
  }

  /**
   * A retrying activity keeps 4 KB of its last failure; whole traces, be it only those of a cause's
   * causes, would leave nothing of what an operator should read.
   */
  private static <T extends Throwable> T shortened(T failure) {
    @Nullable Throwable one = failure;
    for (int depth = 0; one != null && depth < CAUSES; depth++) {
      StackTraceElement[] trace = one.getStackTrace();
      one.setStackTrace(Arrays.copyOf(trace, Math.min(trace.length, FRAMES)));
      one = one.getCause();
    }
    return failure;
  }

  private final class Translating extends ActivityInboundCallsInterceptorBase {
    private @Nullable ActivityExecutionContext context;

    Translating(ActivityInboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void init(ActivityExecutionContext activity) {
      context = activity;
      super.init(activity);
    }

    @Override
    public ActivityOutput execute(ActivityInput input) {
      try {
        return super.execute(input);
      } catch (ActivityWorkerShutdownException e) {
        throw stopped(e);
      } catch (RemoteException e) {
        throw translate(e, trial());
      } catch (RuntimeException e) {
        throw e instanceof TypedFailure typed ? translateOwn(e, typed, trial()) : e;
      }
    }

    private @Nullable Trial trial() {
      return context == null ? null : trialOf(context.getInfo());
    }
  }
}
