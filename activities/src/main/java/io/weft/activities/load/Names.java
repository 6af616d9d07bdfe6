package io.weft.activities.load;

import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.record.Side;
import java.util.Locale;

/** Names of stages and totals as the store keeps them: never change one. */
final class Names {
  static final String COUNTED = "counted";
  static final String CROWDS = "crowds";
  static final String JUDGED = "judged";
  static final String POPULATION = "population";
  static final String REHEARSED = "rehearsed";
  static final String APPLIED = "applied";
  static final String VERIFIED = "verified";
  static final String LINKED_NOW = "verified/linked";
  static final String EQUAL = "verified/equal";
  static final String PARKED_SINCE = "verified/parked";
  static final String WAITING_SINCE = "verified/waiting";
  static final String UNEXPLAINED = "verified/unexplained";
  static final String TROUBLE = "trouble/";
  static final String CODE = "code/";
  static final String OUT = "out/";
  static final String AWAITED = "awaited/";

  private Names() {}

  /** {@code scan/creatio}. */
  static String of(String what, Side side) {
    return what + "/" + side.name().toLowerCase(Locale.ROOT);
  }

  static String scan(Side side) {
    return of("scan", side);
  }

  static String total(Side side) {
    return of("total", side);
  }

  static String linked(Side side) {
    return of("linked", side);
  }

  static String alike(Side side) {
    return of("alike", side);
  }

  static String resolved(Side side) {
    return of("resolved", side);
  }

  /** Why records of a side are left out: {@code out/creatio/an account of ...}. */
  static String out(Side side, String why) {
    return OUT + side.name().toLowerCase(Locale.ROOT) + "/" + why;
  }

  /** What a record was when it was scanned. */
  static String sifted(Side side, LoadVerdict verdict) {
    return of("sifted", side) + "/" + verdict.name();
  }

  /** What became of a record in the end. */
  static String record(Side side, LoadVerdict verdict) {
    return of("record", side) + "/" + verdict.name();
  }
}
