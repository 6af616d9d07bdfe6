package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadVerdict;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.load.LoadRow;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a report, page by page: all pairs, then the records of each side that are in none.
 * Every scanned record is in at least one row.
 */
final class Report {
  /** Some 600 bytes each, of the 64 KB that an answer may have. */
  private static final int PAIRS = 80;

  private static final int RECORDS = 150;

  private final LoadStores stores;

  Report(LoadStores stores) {
    this.stores = stores;
  }

  /**
   * A page.
   *
   * @param after p, c or d for pairs, records of Creatio and of D365, and the last number seen
   */
  Answer page(Load load, @Nullable String after) {
    char part = after == null ? 'p' : after.charAt(0);
    long number = after == null ? 0 : Long.parseLong(after.substring(1));
    return switch (part) {
      case 'p' -> pairs(load, number);
      case 'c' -> records(load, Side.CREATIO, number, "d0");
      case 'd' -> records(load, Side.D365, number, null);
      default -> new Answer.Refused("'" + after + "' is no page of a report");
    };
  }

  private Answer pairs(Load load, long after) {
    List<LoadPair> page = stores.pairs().page(load, after, PAIRS);
    Titles titles = new Titles(stores, load, page);
    List<LoadRow> rows = page.stream().map(pair -> Rows.of(pair, titles, load)).toList();
    boolean last = page.size() < PAIRS;
    return new Answer.LoadRows(rows, last ? "c0" : "p" + page.get(page.size() - 1).sequence());
  }

  private Answer records(Load load, Side side, long after, @Nullable String then) {
    List<LoadRecord> page = stores.records().page(load, side, after, RECORDS);
    List<LoadRow> rows = new ArrayList<>();
    for (LoadRecord record : page) {
      if (isInNoPair(record.verdict())) {
        rows.add(Rows.of(record));
      }
    }
    boolean last = page.size() < RECORDS;
    String next = after(side) + (last ? 0 : page.get(page.size() - 1).sequence());
    return new Answer.LoadRows(rows, last ? then : next);
  }

  private static String after(Side side) {
    return side == Side.CREATIO ? "c" : "d";
  }

  private static boolean isInNoPair(LoadVerdict verdict) {
    return switch (verdict) {
      case OUT_OF_SCOPE, ELSEWHERE, WAITS, SCANNED -> true;
      case LINKED, SURE, DOUBTFUL, DUPLICATE, NEW, REFUSED -> false;
    };
  }
}
