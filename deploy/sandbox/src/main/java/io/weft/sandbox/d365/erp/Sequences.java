package io.weft.sandbox.d365.erp;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tenant's counters. Nothing is given twice; a failed write leaves a gap. */
public final class Sequences {
  private static final long FIRST_REC_ID = 5_637_144_576L;
  private static final long SPREAD = 0x9E3779B1L;
  private static final long VERSION_MASK = 0x7fffffffL;

  private final AtomicLong recIds = new AtomicLong(FIRST_REC_ID);
  private final AtomicLong versions = new AtomicLong();
  private final AtomicLong parties = new AtomicLong(200_000);
  private final AtomicLong locations = new AtomicLong(1_000);
  private final AtomicLong customers = new AtomicLong(500_000);
  private final Map<String, AtomicLong> perCompany = new ConcurrentHashMap<>();

  /** Returns a record id. */
  public long nextRecId() {
    return recIds.getAndIncrement();
  }

  /** Row versions look like large unordered numbers, and do not repeat within 2^31 writes. */
  long nextVersion() {
    long spread = versions.incrementAndGet() * SPREAD & VERSION_MASK;
    return spread < 2 ? nextVersion() : spread;
  }

  String nextParty() {
    return String.format(Locale.ROOT, "%09d", parties.getAndIncrement());
  }

  /** Returns the next number of a company's own sequence, six digits after the start. */
  public String next(String company, String sequence, long first) {
    AtomicLong counter =
        perCompany.computeIfAbsent(company + "." + sequence, any -> new AtomicLong(first));
    return String.format(Locale.ROOT, "%06d", counter.getAndIncrement());
  }

  String nextLocation() {
    return String.format(Locale.ROOT, "%09d", locations.getAndIncrement());
  }

  String nextCustomer() {
    return String.format(Locale.ROOT, "C-%07d", customers.getAndIncrement());
  }
}
