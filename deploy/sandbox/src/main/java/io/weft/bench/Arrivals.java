package io.weft.bench;

import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When edits arrived on the other side, by the journal: from the commit of a person to the commit
 * of Weft.
 *
 * @param toD365 times of what was typed in Creatio
 * @param toCreatio times of what was typed in D365
 * @param missing edits that were not seen to arrive: lost, or typed over before they were sent
 */
record Arrivals(List<Duration> toD365, List<Duration> toCreatio, int missing) {
  private static final String PHONE_CREATIO = "Phone";
  private static final String PHONE_D365 = "PrimaryContactPhone";

  Arrivals {
    toD365 = List.copyOf(toD365);
    toCreatio = List.copyOf(toCreatio);
  }

  /** Finds every edit in the journal. */
  static Arrivals of(List<Edits.Edit> edits, List<Write> journal) {
    Map<String, Instant> typed = new LinkedHashMap<>();
    Map<String, Instant> arrived = new LinkedHashMap<>();
    for (Write write : journal) {
      String phone = phone(write);
      if (!phone.isEmpty() && write.byUser()) {
        typed.putIfAbsent(phone, write.time());
      } else if (!phone.isEmpty() && write.byWeft()) {
        arrived.putIfAbsent(phone, write.time());
      }
    }
    return of(edits, typed, arrived);
  }

  private static Arrivals of(
      List<Edits.Edit> edits, Map<String, Instant> typed, Map<String, Instant> arrived) {
    List<Duration> toD365 = new ArrayList<>();
    List<Duration> toCreatio = new ArrayList<>();
    int missing = 0;
    for (Edits.Edit edit : edits) {
      Instant from = typed.get(edit.phone());
      Instant to = arrived.get(edit.phone());
      if (from == null || to == null) {
        missing++;
      } else {
        (edit.inCreatio() ? toD365 : toCreatio).add(Duration.between(from, to));
      }
    }
    return new Arrivals(toD365, toCreatio, missing);
  }

  int applied() {
    return toD365.size() + toCreatio.size();
  }

  Percentiles both() {
    List<Duration> all = new ArrayList<>(toD365);
    all.addAll(toCreatio);
    return new Percentiles(all);
  }

  private static String phone(Write write) {
    return switch (write.set()) {
      case "Account" -> write.after().path(PHONE_CREATIO).asText("");
      case "CustomersV3" -> write.after().path(PHONE_D365).asText("");
      case "Contact" -> write.after().path(PHONE_CREATIO).asText("");
      case "ContactPersons" -> write.after().path("PrimaryPhoneNumber").asText("");
      default -> "";
    };
  }
}
