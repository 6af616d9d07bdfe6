package io.weft.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, in the checker's own words. Record keys are lower-case: an account's id,
 * and {@code company|account} for a customer. Moments are micros.
 *
 * @param parked the workflows that wait for a person
 * @param runs the workflows that Temporal holds open
 * @param openIntents writes that were announced and never closed
 * @param restedAt the journal's last number when everything had come to rest
 */
record Evidence(
    List<Write> journal,
    List<Hint> hints,
    List<Delivery> deliveries,
    Map<String, Long> ledger,
    List<Link> links,
    List<Entry> audit,
    Set<String> parked,
    Set<String> runs,
    long openIntents,
    Map<String, Map<String, String>> accounts,
    Map<String, Map<String, String>> customers,
    long restedAt) {

  /** Whose record it is. */
  enum Place {
    CREATIO,
    D365
  }

  /**
   * A committed write of the sandbox's journal.
   *
   * @param set where it was committed; a child row counts as a write of its account
   */
  record Write(
      long sequence,
      long at,
      Place system,
      String client,
      boolean creates,
      String set,
      String key,
      Map<String, String> after) {
    boolean isOurs() {
      return client.equals("weft");
    }

    boolean isUsers() {
      return !isOurs() && !client.equals("server") && !client.equals("seed");
    }
  }

  /** A row of the ledger. */
  record Hint(long id, Place system, String key, long seenAt, @Nullable String ending) {}

  /** Where a hint went. */
  record Delivery(long hint, String workflow, @Nullable String ending) {}

  /** Which account and which customer belong together. */
  record Link(String pair, String company, String account, String customer, String state) {
    boolean hasEnded() {
      return state.equals("MERGED") || state.equals("GONE");
    }

    String keyOn(Place system) {
      return system == Place.CREATIO ? account : customer;
    }
  }

  /** An audit row. */
  record Entry(
      long id,
      long at,
      String kind,
      String pair,
      @Nullable Place system,
      String key,
      @Nullable String outcome,
      List<Decision> decisions) {}

  /** What was decided for one field; "" where there is no value. */
  record Decision(String field, String verdict, String before, String after, String rival) {}

  /** The rows of a system as they are now. */
  Map<String, Map<String, String>> rows(Place system) {
    return system == Place.CREATIO ? accounts : customers;
  }

  /** Whether the record's introduction waits for a person. */
  boolean isParkedNewcomer(Place system, String key) {
    String end = "/" + system.name() + "/" + key.replace('|', '/');
    return parked.stream()
        .anyMatch(id -> id.startsWith("introduce/") && endsWithIgnoringCase(id, end));
  }

  private static boolean endsWithIgnoringCase(String text, String end) {
    return text.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
  }
}
