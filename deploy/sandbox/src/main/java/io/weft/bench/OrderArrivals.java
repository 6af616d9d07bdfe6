package io.weft.bench;

import io.weft.stage.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When confirmed orders were known in D365, by the journal: each time runs from the commit of the
 * confirmation in Creatio.
 *
 * @param numbered to the commit that shows the sales order's number on the order in Creatio
 * @param complete to the commit that shows on the last of its lines in Creatio which line of D365
 *     it is; so all lines stand in D365
 * @param missing orders without a number, or with a line that shows nothing
 * @param doubled lines of D365 beyond those that were ordered
 */
record OrderArrivals(List<Duration> numbered, List<Duration> complete, int missing, int doubled) {
  OrderArrivals {
    numbered = List.copyOf(numbered);
    complete = List.copyOf(complete);
  }

  /** Finds every order in the journal. */
  static OrderArrivals of(List<Drafts.Draft> drafts, List<Write> journal) {
    Map<String, Instant> confirmed = new HashMap<>();
    Map<String, Instant> numbered = new HashMap<>();
    Map<String, Instant> lines = new HashMap<>();
    int made = 0;
    for (Write write : journal) {
      if (write.byUser() && write.in("creatio", "Order") && write.after().has("StatusId")) {
        confirmed.putIfAbsent(write.key(), write.time());
      } else if (write.byWeft() && write.after().has("UsrD365SalesOrderNumber")) {
        numbered.putIfAbsent(write.key(), write.time());
      } else if (write.byWeft() && write.after().has("UsrD365LotId")) {
        lines.putIfAbsent(write.key(), write.time());
      } else if (write.in("d365", "SalesOrderLines") && write.operation().equals("create")) {
        made++;
      }
    }
    return of(drafts, confirmed, numbered, lines).with(made);
  }

  private static OrderArrivals of(
      List<Drafts.Draft> drafts,
      Map<String, Instant> confirmed,
      Map<String, Instant> numbered,
      Map<String, Instant> lines) {
    List<Duration> toNumber = new ArrayList<>();
    List<Duration> toLastLine = new ArrayList<>();
    int ordered = 0;
    for (Drafts.Draft draft : drafts) {
      ordered += draft.lines().size();
      Instant from = confirmed.get(draft.id());
      Instant number = numbered.get(draft.id());
      boolean all = draft.lines().stream().allMatch(lines::containsKey);
      if (from != null && number != null && all) {
        toNumber.add(Duration.between(from, number));
        Instant last = draft.lines().stream().map(lines::get).reduce(number, OrderArrivals::later);
        toLastLine.add(Duration.between(from, last));
      }
    }
    return new OrderArrivals(toNumber, toLastLine, drafts.size() - toNumber.size(), -ordered);
  }

  private OrderArrivals with(int made) {
    return new OrderArrivals(numbered, complete, missing, Math.max(0, made + doubled));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
