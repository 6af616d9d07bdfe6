package io.weft.activities.failure;

import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one translation of typed failures for Temporal: type, whether and when to try again, and as
 * details one {@link io.weft.workflows.failure.Problem} that a workflow can park with. Anything
 * else that an activity throws passes as it is.
 */
public final class FailureInterceptor extends WorkerInterceptorBase {
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

  ApplicationFailure translate(RemoteException failure, @Nullable Instant deadline) {
    return ApplicationFailure.newBuilder()
        .setMessage(String.valueOf(failure.getMessage()))
        .setType(failure.failureType())
        .setNonRetryable(!failure.retryable())
        .setNextRetryDelay(delays.after(failure, deadline))
        .setCategory(category(failure))
        .setDetails(Remedies.problem(failure))
        .setCause(failure)
        .build();
  }

  /** Expected failures stay out of error metrics, so that alerts keep their meaning. */
  private static ApplicationErrorCategory category(RemoteException failure) {
    boolean expected =
        failure instanceof RemoteException.Throttled || failure instanceof RemoteException.Conflict;
    return expected ? ApplicationErrorCategory.BENIGN : ApplicationErrorCategory.UNSPECIFIED;
  }

  /** When Temporal gives the activity up; null where it never does. */
  static @Nullable Instant deadline(ActivityInfo info) {
    long budget = info.getScheduleToCloseTimeout().toMillis();
    return budget <= 0 ? null : Instant.ofEpochMilli(info.getScheduledTimestamp() + budget);
  }

  /** A failure of our own making (a claim, an unknown outcome, the store away). */
  ApplicationFailure translateOwn(RuntimeException failure, TypedFailure typed) {
    return ApplicationFailure.newBuilder()
        .setMessage(String.valueOf(failure.getMessage()))
        .setType(typed.failureType())
        .setNonRetryable(!typed.retryable())
        .setNextRetryDelay(typed.retryAfter())
        .setCategory(ApplicationErrorCategory.BENIGN)
        .setCause(failure)
        .build();
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
      } catch (RemoteException e) {
        throw translate(e, context == null ? null : deadline(context.getInfo()));
      } catch (RuntimeException e) {
        throw e instanceof TypedFailure typed ? translateOwn(e, typed) : e;
      }
    }
  }
}
