package io.weft.bench;

import io.weft.stage.Write;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Records of one company that one system holds twice, as the journal has it. */
record Doubles(int made, int doubled) {
  /** Of all writes, the oldest first; a company is told by its tax number, which no two share. */
  static Doubles of(List<Write> writes) {
    Set<String> seen = new HashSet<>();
    int made = 0;
    int doubled = 0;
    for (Write write : writes) {
      String company = company(write);
      if (!company.isEmpty() && write.operation().equals("create")) {
        boolean first = seen.add(company);
        made += write.byWeft() ? 1 : 0;
        doubled += first ? 0 : 1;
      }
    }
    return new Doubles(made, doubled);
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
