package io.weft.activities.http;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of the attempt on whose thread a request is sent: after it Temporal may have started
 * a twin, or somebody else may have claimed the record. It is the activity's, or what the work
 * itself says, whichever is earlier. Elsewhere there is none. Thread-safe.
 */
public final class AttemptDeadline implements Deadline {
  private static final ThreadLocal<@Nullable Deadline> OWN = new ThreadLocal<>();

  /**
   * Does this work; what it sends on this thread goes out before that deadline or not at all,
   * however long it waits for its turn. A deadline around it holds as well.
   *
   * @param own looked at each time that something is about to go out
   */
  public static <T> T within(Deadline own, Supplier<T> work) {
    Deadline around = OWN.get();
    OWN.set(() -> earlier(own.at(), around == null ? null : around.at()));
    try {
      return work.get();
    } finally {
      OWN.set(around);
    }
  }

  @Override
  public @Nullable Instant at() {
    Deadline own = OWN.get();
    return earlier(ofActivity(), own == null ? null : own.at());
  }

  private static @Nullable Instant ofActivity() {
    ActivityInfo info = info();
    return info == null || info.getStartToCloseTimeout().isZero()
        ? null
        : Instant.ofEpochMilli(info.getStartedTimestamp()).plus(info.getStartToCloseTimeout());
  }

  private static @Nullable ActivityInfo info() {
    try {
      return Activity.getExecutionContext().getInfo();
    } catch (IllegalStateException e) {
      return null; // the SDK's way to say that this thread runs no activity
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
