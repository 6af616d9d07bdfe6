package io.weft.bench;

import io.weft.stage.Journal;
import io.weft.stage.Write;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Counts records of one company that one system holds twice, as the journal has it. A company is
 * told by its tax number, which no two share.
 */
final class Doubles {
  private final Set<String> seen = new HashSet<>();
  private int made;
  private int doubled;

  /** Counts what both systems hold. */
  static Doubles in(Journal journal) {
    Doubles doubles = new Doubles();
    journal.each("creatio", "Account", doubles::see);
    journal.each("d365", "CustomersV3", doubles::see);
    return doubles;
  }

  /** Shows it one write; each is shown once, in any order. */
  void see(Write write) {
    String company = company(write);
    if (!company.isEmpty() && write.operation().equals("create")) {
      made += write.byWeft() ? 1 : 0;
      doubled += seen.add(company) ? 0 : 1;
    }
  }

  /** Records that Weft made. */
  int made() {
    return made;
  }

  /** Records of companies that were there already, whoever made them. */
  int doubled() {
    return doubled;
  }

  private static String company(Write write) {
    if (write.in("creatio", "Account")) {
      return "creatio/" + number(write, "UsrTaxNumber");
    } else if (write.in("d365", "CustomersV3")) {
      String legalEntity = write.after().path("dataAreaId").asText("").toLowerCase(Locale.ROOT);
      return "d365/" + legalEntity + "/" + number(write, "TaxExemptNumber");
    }
    return "";
  }

  /** A record without one is counted as made, and told apart by its key. */
  private static String number(Write write, String column) {
    String number = write.after().path(column).asText("");
    return number.isEmpty() ? write.key() : number;
  }
}
