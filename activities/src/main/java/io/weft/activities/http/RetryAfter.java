package io.weft.activities.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The two forms of {@code Retry-After}: seconds, or a date by the server's own clock. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d+)?");

  private RetryAfter() {}

  /**
   * How long to wait; null where the header is absent or cannot be read.
   *
   * @param date the answer's {@code Date}: clocks differ, so a date is measured against it
   */
  static @Nullable Duration of(@Nullable String header, @Nullable String date, Clock clock) {
    if (header == null) {
      return null;
    }
    String value = header.strip();
    if (SECONDS.matcher(value).matches()) {
      return Duration.ofSeconds(Long.parseLong(value.replaceFirst("\\..*", "")));
    }
    Instant until = instant(value);
    if (until == null) {
      return null;
    }
    Instant answered = date == null ? null : instant(date);
    Duration delay = Duration.between(answered == null ? clock.instant() : answered, until);
    return delay.isNegative() ? Duration.ZERO : delay;
  }

  private static @Nullable Instant instant(String date) {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null; // a header that nobody can read names no delay
    }
  }
}
