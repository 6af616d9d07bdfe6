package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Days, and whether a company's books are still open on them. */
public final class Periods {
  private final Erp erp;

  Periods(Erp erp) {
    this.erp = erp;
  }

  /** Returns the ERP's day, as it stores days: noon. */
  Instant today() {
    return noon(erp.site().world().now(Erp.SYSTEM));
  }

  /**
   * Returns a day as the ERP stores it.
   *
   * @throws IllegalArgumentException unless it is written as 2026-01-31
   */
  public static Instant day(String text) {
    try {
      return LocalDate.parse(text).atTime(12, 0).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "' is no day", e);
    }
  }

  private static Instant noon(Instant moment) {
    return moment
        .atOffset(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .plus(12, ChronoUnit.HOURS)
        .toInstant();
  }

  /**
   * Checks that a day is not in a closed period.
   *
   * @throws Refusal if it is
   */
  void check(EntitySet set, String company, @Nullable Object day) {
    String closed = erp.settings().text("periodClosedThrough." + company);
    if (closed.isEmpty() || !(day instanceof Instant moment)) {
      return;
    }
    LocalDate date = LocalDate.ofInstant(moment, ZoneOffset.UTC);
    if (!date.isAfter(LocalDate.parse(closed))) {
      throw Refusal.row(set, "Fiscal period for %s is not open.".formatted(date));
    }
  }
}
