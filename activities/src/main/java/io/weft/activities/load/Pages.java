package io.weft.activities.load;

import io.weft.activities.load.Faces.Face;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Home;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.function.Function;

/** Scanned records, a page at a time. */
record Pages(LoadStores stores, Subject subject) {
  private static final int LONG = 500;

  /** Some records of one side, in the order in which they are gone through. */
  record Page(List<LoadRecord> records, Function<LoadRecord, String> place) {
    List<String> keys() {
      return records.stream().map(record -> record.record().key()).toList();
    }

    /** The move to the end of this page. */
    LoadMove end(LoadMove move) {
      boolean last = records.size() < LONG;
      String to = records.isEmpty() ? move.from() : place.apply(records.get(records.size() - 1));
      return move.to(to, last, records.size());
    }
  }

  /** The page after that place, in the order of the scan. */
  Page after(Side side, LoadPlace place) {
    return new Page(
        stores.records().page(subject.load(), side, Stage.sequence(place), LONG),
        record -> String.valueOf(record.sequence()));
  }

  /** The page after that place, records of one home together: they have neighbours in common. */
  Near near(Side side, LoadPlace place, Faces faces) {
    List<Long> sequences =
        stores.records().byHome(subject.load(), side, home(place.at()), LONG).stream()
            .map(Home::sequence)
            .toList();
    return new Near(List.copyOf(faces.of(side, sequences).values()));
  }

  /** A page of records as they are compared. */
  record Near(List<Face> faces) {
    /** The move to the end of this page. */
    LoadMove end(LoadMove move) {
      List<LoadRecord> records = faces.stream().map(Face::record).toList();
      return new Page(records, one -> one.home() + "/" + one.sequence()).end(move);
    }
  }

  /** The home at a place of those pages. */
  static Home home(String place) {
    int mark = place.indexOf('/');
    return mark < 0
        ? Home.FIRST
        : new Home(
            Long.parseLong(place.substring(0, mark)), Long.parseLong(place.substring(mark + 1)));
  }
}
