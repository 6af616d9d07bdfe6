package io.weft.activities.poll;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long ago something was, in words. */
public final class Age {
  private Age() {}

  /** For example {@code 42 s ago}, {@code 5 min ago}, {@code 3 h ago}, {@code never}. */
  public static String of(@Nullable Instant then, Instant now) {
    if (then == null) {
      return "never";
    }
    Duration age = Duration.between(then, now);
    return age.compareTo(Duration.ofSeconds(1)) < 0 ? "just now" : words(age) + " ago";
  }

  /** For example {@code 42 s}, {@code 5 min}, {@code 3 h}, {@code 2 days}. */
  public static String words(Duration time) {
    if (time.compareTo(Duration.ofMinutes(2)) < 0) {
      return time.toSeconds() + " s";
    } else if (time.compareTo(Duration.ofHours(2)) < 0) {
      return time.toMinutes() + " min";
    } else if (time.compareTo(Duration.ofDays(2)) < 0) {
      return time.toHours() + " h";
    }
    return time.toDays() + " days";
  }
}
