package io.weft.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run left behind, in the checker's own words. Record keys are lower-case: an id in Creatio,
 * and {@code company|number} in D365. Moments are micros.
 *
 * @param links which records belong together; lines of orders too, by the lot that Creatio was told
 * @param parked the workflows that wait for a person
 * @param runs the workflows that Temporal holds open
 * @param waiters the records that wait for another one
 * @param openIntents writes that were announced and never closed
 * @param layout how D365 lays out dimensions
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
    List<Waiter> waiters,
    long openIntents,
    Rows rows,
    Layout layout,
    long restedAt) {

  /** Whose record it is. */
  enum Place {
    CREATIO,
    D365
  }

  /** What a write did. */
  enum Act {
    CREATE,
    UPDATE,
    DELETE
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
      Act act,
      Thing thing,
      String set,
      String key,
      Map<String, String> after) {
    boolean isOurs() {
      return client.equals("weft");
    }

    boolean isUsers() {
      return !isOurs() && !client.equals("server") && !client.equals("seed");
    }

    boolean isOf(Place where, Thing what, String record) {
      return system == where && thing == what && key.equals(record);
    }
  }

  /**
   * A row of the ledger.
   *
   * @param ending how it ended, null while it is open; with the reason, if there is one
   */
  record Hint(
      long id,
      Place system,
      String key,
      long seenAt,
      @Nullable String ending,
      @Nullable String why) {
    Hint(long id, Place system, String key, long seenAt, @Nullable String ending) {
      this(id, system, key, seenAt, ending, null);
    }
  }

  /** Where a hint went. */
  record Delivery(long hint, String workflow, @Nullable String ending) {}

  /** Which records belong together. */
  record Link(Thing thing, String pair, String company, String creatio, String d365, String state) {
    boolean hasEnded() {
      return state.equals("MERGED") || state.equals("GONE");
    }

    String keyOn(Place system) {
      return system == Place.CREATIO ? creatio : d365;
    }
  }

  /** A workflow whose record waits for another one's link in a company. */
  record Waiter(String workflow, Place system, String blocker, String company) {}

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

  /** The dimensions of a string, by place, and what is between them. */
  record Layout(List<String> names, String delimiter) {}

  /** The links of one record. */
  Stream<Link> linksOf(Place system, Thing thing, String key) {
    return links.stream()
        .filter(link -> link.thing() == thing && link.keyOn(system).equals(key))
        .filter(link -> !link.hasEnded());
  }
}
