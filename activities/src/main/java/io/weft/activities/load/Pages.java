package io.weft.activities.load;

import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.workflows.record.Side;
import java.util.List;

/** Scanned records, a page at a time. */
record Pages(LoadStores stores, Subject subject) {
  private static final int LONG = 500;

  /** Some records of one side, and whether they are the last. */
  record Page(List<LoadRecord> records) {
    List<String> keys() {
      return records.stream().map(record -> record.record().key()).toList();
    }

    List<Long> sequences() {
      return records.stream().map(LoadRecord::sequence).toList();
    }

    /** The move to the end of this page. */
    LoadMove end(LoadMove move) {
      boolean last = records.size() < LONG;
      String to =
          records.isEmpty()
              ? move.from()
              : String.valueOf(records.get(records.size() - 1).sequence());
      return move.to(to, last, records.size());
    }
  }

  /** The page after that place. */
  Page after(Side side, LoadPlace place) {
    return new Page(stores.records().page(subject.load(), side, Stage.sequence(place), LONG));
  }
}
