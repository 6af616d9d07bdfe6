package io.weft.activities.store.sql;

import io.weft.activities.store.Link;
import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore;
import io.weft.workflows.record.Side;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

final class SqlLoadRecordStore implements LoadRecordStore {
  private final Database database;
  private final LoadRows rows;
  private final Sealed sealed;
  private final LoadReading reading;
  private final LoadFindings findings;

  SqlLoadRecordStore(Wiring wiring) {
    this.database = wiring.database();
    this.rows = new LoadRows(wiring);
    this.sealed = new Sealed(wiring.cipher());
    this.reading = new LoadReading(wiring, rows);
    this.findings = new LoadFindings(rows, wiring.dialect());
  }

  @Override
  public void add(LoadMove move, Side side, List<Scanned> page) {
    database.change(
        handle -> {
          rows.move(handle, move);
          long sequence = LoadRows.last(handle, move.load(), side);
          Set<String> known = known(handle, move.load(), side, page);
          PreparedBatch records = handle.prepareBatch(RECORD);
          Map<Long, Scanned> added = new LinkedHashMap<>();
          for (Scanned one : page) {
            if (known.add(one.snapshot().record().key())) {
              sequence++;
              bind(records, move.load(), side, sequence, one);
              added.put(sequence, one);
            }
          }
          Batches.run(records);
          new LoadHashes(handle, move.load(), side).scanned(added);
        });
  }

  private static final String RECORD =
      """
      INSERT INTO load_record (load_id, side, sequence, record_key, digest, modified_on, title,
        contents, verdict, note, home)
      VALUES (:load, :side, :sequence, :key, :digest, :modifiedOn, :title, :contents, :verdict,
        :note, :home)
      """;

  private Set<String> known(Handle handle, Load load, Side side, List<Scanned> page) {
    List<String> keys = page.stream().map(one -> one.snapshot().record().key()).toList();
    Set<String> known = new LinkedHashSet<>();
    reading.named(handle, load, side, keys).forEach(record -> known.add(record.record().key()));
    return known;
  }

  private void bind(PreparedBatch batch, Load load, Side side, long sequence, Scanned one) {
    String place = LoadRows.place(load, side, sequence);
    batch
        .bind("load", load.key())
        .bind("side", LoadRows.side(side))
        .bind("sequence", sequence)
        .bind("key", one.snapshot().record().key())
        .bind("digest", one.digest())
        .bind("modifiedOn", Micros.orNull(one.snapshot().modifiedOn()))
        .bind("title", rows.seal(LoadRows.title(place), one.title()))
        .bind("contents", sealed.fields(place, one.snapshot().fields()))
        .bind("verdict", one.verdict().name())
        .bind("note", rows.seal(LoadRows.note(place), one.note()))
        .bind("home", one.home())
        .add();
  }

  @Override
  public List<LoadRecord> page(Load load, Side side, long after, int limit) {
    return database.read(handle -> reading.page(handle, load, side, after, limit));
  }

  @Override
  public List<Home> byHome(Load load, Side side, Home after, int limit) {
    return database.read(handle -> reading.byHome(handle, load, side, after, limit));
  }

  @Override
  public Map<Long, LoadRecord> outlines(Load load, Side side, Collection<Long> sequences) {
    return placed(database.read(handle -> reading.outlines(handle, load, side, sequences)));
  }

  @Override
  public Map<Long, LoadRecord> records(Load load, Side side, Collection<Long> sequences) {
    return placed(database.read(handle -> reading.records(handle, load, side, sequences)));
  }

  private static Map<Long, LoadRecord> placed(List<LoadRecord> records) {
    Map<Long, LoadRecord> found = new LinkedHashMap<>();
    records.forEach(record -> found.put(record.sequence(), record));
    return found;
  }

  @Override
  public Map<String, LoadRecord> named(Load load, Side side, Collection<String> keys) {
    Map<String, LoadRecord> found = new LinkedHashMap<>();
    database
        .read(handle -> reading.named(handle, load, side, keys))
        .forEach(record -> found.put(record.record().key(), record));
    return found;
  }

  @Override
  public Map<String, Link> links(Load load, Side side, Collection<String> keys) {
    String column = side == Side.CREATIO ? "creatio_id" : "d365_key";
    Map<String, Link> found = new LinkedHashMap<>();
    database
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM link WHERE object = :object AND le = :le AND "
                            + database.dialect().among(column, "keys")
                            + (side == Side.D365 ? " AND state <> 'MERGED'" : ""))
                    .bind("object", load.id().object().slug())
                    .bind("le", load.id().legalEntity().id())
                    .bind("keys", Batches.list(keys))
                    .map((row, context) -> LinkRows.read(row))
                    .list())
        .forEach(link -> found.put(link.record(side).key(), link));
    return found;
  }

  @Override
  public void gather(LoadMove move, int slice, int most) {
    database.change(
        handle -> {
          rows.move(handle, move);
          for (Side side : Side.values()) {
            LoadHashes hashes = new LoadHashes(handle, move.load(), side);
            hashes.gather(slice);
            hashes.crowds(slice, most);
          }
        });
  }

  @Override
  public Map<Long, List<Long>> sharing(Load load, Side side, Collection<Long> hashes) {
    return database.read(
        handle -> new LoadHashes(handle, load, side).sharing(database.dialect(), hashes));
  }

  @Override
  public void judge(
      LoadMove move, Side side, List<Judgement> judgements, List<Finding> findingsMade) {
    database.change(
        handle -> {
          rows.move(handle, move);
          rows.judge(handle, move.load(), side, judgements);
          findings.add(handle, move.load(), findingsMade);
        });
  }

  @Override
  public Map<Long, List<Finding>> findings(Load load, Side side, Collection<Long> sequences) {
    return database.read(handle -> findings.of(handle, load, side, sequences));
  }

  @Override
  public Difference difference(Load plan, Load load, int examples) {
    return database.read(handle -> new LoadDifference(handle, plan, load).read(examples));
  }
}
