package io.weft.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points in time as people say them. */
public final class Times {
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /** For example {@code 12 minutes ago}, {@code just now}, {@code in 3 hours}, {@code never}. */
  public static String ago(@Nullable Instant then, Instant now) {
    if (then == null) {
      return "never";
    }
    Duration age = Duration.between(then, now);
    if (age.abs().compareTo(Duration.ofSeconds(1)) < 0) {
      return "just now";
    }
    return age.isNegative() ? "in " + words(age.negated()) : words(age) + " ago";
  }

  /** For example {@code 2026-11-23 09:14:05 UTC}. */
  public static String exact(Instant then) {
    return EXACT.format(then);
  }

  private static String words(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return count(time.toSeconds(), "second");
    } else if (time.compareTo(Duration.ofHours(1)) < 0) {
      return count(time.toMinutes(), "minute");
    } else if (time.compareTo(Duration.ofDays(1)) < 0) {
      return count(time.toHours(), "hour");
    }
    return count(time.toDays(), "day");
  }

  private static String count(long n, String unit) {
    return n + " " + unit + (n == 1 ? "" : "s");
  }
}
