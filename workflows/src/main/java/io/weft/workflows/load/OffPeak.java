package io.weft.workflows.load;

import io.weft.workflows.load.LoadActivities.LoadRequest;
import io.weft.workflows.load.LoadActivities.WindowState;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The window a load works in, as it was last seen. Looked at again when it changes, and every ten
 * minutes, because the settings of a worker may have changed. A pure memory: whoever asks brings
 * the time.
 */
final class OffPeak {
  /** Told where no window will ever open. */
  static final String NEVER =
      "No window of weft.yaml will open for this load: give it one under 'windows', or cancel it.";

  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final @Nullable Function<LoadRequest, WindowState> check;
  private @Nullable WindowState seen;
  private Instant seenAt = Instant.EPOCH;

  /** A null check: always open. */
  OffPeak(@Nullable Function<LoadRequest, WindowState> check) {
    this.check = check;
  }

  boolean isDue(Instant now) {
    return check != null && (seen == null || isOver(seen, now) || seenAt.plus(FRESH).isBefore(now));
  }

  /** Looks, and returns what was seen. */
  WindowState look(LoadRequest request, Instant now) {
    WindowState state = check == null ? new WindowState(true, null) : check.apply(request);
    seen = state;
    seenAt = now;
    return state;
  }

  void forget() {
    seen = null;
  }

  boolean isOpen() {
    return check == null || (seen != null && seen.open());
  }

  /** When it opens; null if it is open, or never will. */
  @Nullable Instant opensAt() {
    return seen == null || seen.open() ? null : seen.until();
  }

  /** When it closes; null for never. */
  @Nullable Long closesAtMillis() {
    Instant until = seen != null && seen.open() ? seen.until() : null;
    return until == null ? null : until.toEpochMilli();
  }

  /** How long to rest before a closed window is looked at again. */
  Duration rest(Instant now) {
    Instant opens = opensAt();
    if (opens == null) {
      return LONGEST_REST;
    }
    Duration until = Duration.between(now, opens);
    if (until.compareTo(LONGEST_REST) > 0) {
      return LONGEST_REST;
    }
    return until.compareTo(Duration.ofSeconds(1)) > 0 ? until : Duration.ofSeconds(1);
  }

  private static boolean isOver(WindowState state, Instant now) {
    Instant until = state.until();
    return until != null && !now.isBefore(until);
  }
}
