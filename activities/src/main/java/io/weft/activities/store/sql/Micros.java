package io.weft.activities.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as the tables keep them: whole micros since 1970, which sort and compare as numbers. */
final class Micros {
  private Micros() {}

  static long of(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  static @Nullable Long orNull(@Nullable Instant moment) {
    return moment == null ? null : of(moment);
  }

  static long length(Duration duration) {
    return duration.toNanos() / 1_000;
  }

  static Instant at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static Instant read(ResultSet row, String column) throws SQLException {
    return at(row.getLong(column));
  }

  static @Nullable Instant readOrNull(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : at(micros);
  }
}
