package io.weft.activities.load;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Row;
import io.weft.activities.poll.Table;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecordStore.Scanned;
import io.weft.activities.store.LoadTally;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads both sides into the store, page by page: see {@link Ahead}. */
final class Scan {
  private static final Logger log = LoggerFactory.getLogger(Scan.class);

  private final LoadStores stores;
  private final Subject subject;
  private final Crew crew;

  Scan(LoadStores stores, Subject subject, Crew crew) {
    this.stores = stores;
    this.subject = subject;
    this.crew = crew;
  }

  LoadStep run(Shift shift) {
    boolean complete = stage(Names.COUNTED).work(shift, this::count) && scanBoth(shift);
    long handled = handled(Side.D365) + handled(Side.CREATIO);
    return new LoadStep(complete, handled, complete ? handled : total(handled), null);
  }

  private Stage stage(String name) {
    return new Stage(stores.loads(), subject.load(), name);
  }

  private boolean scanBoth(Shift shift) {
    List<Supplier<Boolean>> sides =
        List.of(() -> scan(Side.D365, shift), () -> scan(Side.CREATIO, shift));
    return !crew.all(sides).contains(false);
  }

  private boolean scan(Side side, Shift shift) {
    Sieve sieve = new Sieve(subject, side);
    Ahead table = new Ahead(crew, subject.loadable().tables().of(side));
    return stage(Names.scan(side))
        .work(
            shift,
            (place, move) -> {
              String after = place.at().isEmpty() ? null : place.at();
              keep(table.slice(after), side, sieve, move);
            });
  }

  private long handled(Side side) {
    return stage(Names.scan(side)).handled();
  }

  private void count(LoadPlace place, LoadMove move) {
    for (Side side : Side.values()) {
      move.counts().add(Names.total(side), counted(side));
    }
    stores.loads().move(move.to("", true, 0));
  }

  /**
   * None where the system does not count: the number is for the progress bar alone, and whether the
   * system can be read shows with the first page.
   */
  private long counted(Side side) {
    try {
      return subject.loadable().tables().of(side).count();
    } catch (RemoteException e) {
      log.atInfo()
          .addKeyValue("system", side.title())
          .addKeyValue("why", e.getMessage())
          .log("Scanning without knowing how many records there are");
      return 0;
    }
  }

  /** What there was at the beginning; rows are added and deleted meanwhile. */
  private long total(long handled) {
    Map<String, LoadTally.Count> counts = stores.loads().counts(subject.load());
    long total = 0;
    for (Side side : Side.values()) {
      LoadTally.Count count = counts.get(Names.total(side));
      total += count == null ? 0 : count.amount();
    }
    return Math.max(total, handled);
  }

  private void keep(Table.Slice slice, Side side, Sieve sieve, LoadMove move) {
    List<Scanned> page = new ArrayList<>();
    for (Row row : anew(side, sieve, slice.rows())) {
      page.add(sieve.sift(row, move.counts()));
    }
    boolean last = slice.next() == null;
    String next = slice.next() == null ? move.from() : slice.next();
    stores.records().add(move.to(next, last, page.size()), side, page);
  }

  /** Pages may overlap, and so may what they show: each record counts once. */
  private Collection<Row> anew(Side side, Sieve sieve, List<Row> rows) {
    Map<String, Row> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.putIfAbsent(sieve.ref(row).key(), row));
    stores.records().named(subject.load(), side, byKey.keySet()).keySet().forEach(byKey::remove);
    return byKey.values();
  }
}
