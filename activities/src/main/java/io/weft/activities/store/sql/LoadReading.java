package io.weft.activities.store.sql;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadRecordStore.Home;
import io.weft.activities.store.LoadVerdict;
import io.weft.activities.value.Fields;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads what was scanned. Contents are most of a record: where they are not asked for, they are
 * neither read nor opened.
 */
final class LoadReading {
  private static final String OUTLINE =
      "SELECT sequence, record_key, digest, modified_on, title, NULL AS contents, verdict, note,"
          + " home, cluster";
  private static final String OF_THE_SIDE =
      " FROM load_record WHERE load_id = :load AND side = :side AND ";

  private final LoadRows rows;
  private final Sealed sealed;
  private final Dialect dialect;

  LoadReading(Wiring wiring, LoadRows rows) {
    this.rows = rows;
    this.sealed = new Sealed(wiring.cipher());
    this.dialect = wiring.dialect();
  }

  List<LoadRecord> page(Handle handle, Load load, Side side, long after, int limit) {
    String rest = "sequence > :after ORDER BY sequence LIMIT :limit";
    return read(
        some(handle, OUTLINE, rest, load, side).bind("after", after).bind("limit", limit),
        load,
        side);
  }

  List<Home> byHome(Handle handle, Load load, Side side, Home after, int limit) {
    String rest = "(home, sequence) > (:home, :after) ORDER BY home, sequence LIMIT :limit";
    return some(handle, "SELECT home, sequence", rest, load, side)
        .bind("home", after.home())
        .bind("after", after.sequence())
        .bind("limit", limit)
        .map((row, context) -> new Home(row.getLong("home"), row.getLong("sequence")))
        .list();
  }

  List<LoadRecord> outlines(Handle handle, Load load, Side side, Collection<Long> sequences) {
    return placed(handle, OUTLINE, load, side, sequences);
  }

  List<LoadRecord> records(Handle handle, Load load, Side side, Collection<Long> sequences) {
    return placed(handle, "SELECT *", load, side, sequences);
  }

  private List<LoadRecord> placed(
      Handle handle, String what, Load load, Side side, Collection<Long> sequences) {
    String among = dialect.amongNumbers("sequence", "sequences");
    return read(
        some(handle, what, among, load, side).bind("sequences", Batches.list(sequences)),
        load,
        side);
  }

  List<LoadRecord> named(Handle handle, Load load, Side side, Collection<String> keys) {
    String among = dialect.among("record_key", "keys");
    return read(
        some(handle, "SELECT *", among, load, side).bind("keys", Batches.list(keys)), load, side);
  }

  private static Query some(Handle handle, String what, String which, Load load, Side side) {
    return handle
        .createQuery(what + OF_THE_SIDE + which)
        .bind("load", load.key())
        .bind("side", LoadRows.side(side));
  }

  private List<LoadRecord> read(Query query, Load load, Side side) {
    return query.map((row, context) -> read(row, load, side)).list();
  }

  private LoadRecord read(ResultSet row, Load load, Side side) throws SQLException {
    long sequence = row.getLong("sequence");
    String place = LoadRows.place(load, side, sequence);
    String contents = row.getString("contents");
    long cluster = row.getLong("cluster");
    boolean alone = row.wasNull();
    return new LoadRecord(
        sequence,
        record(row.getString("record_key"), load, side),
        row.getString("digest"),
        Micros.readOrNull(row, "modified_on"),
        String.valueOf(rows.open(LoadRows.title(place), row.getString("title"))),
        contents == null ? Fields.none() : sealed.openFields(place, contents),
        LoadVerdict.valueOf(row.getString("verdict")),
        rows.open(LoadRows.note(place), row.getString("note")),
        row.getLong("home"),
        alone ? null : cluster);
  }

  private static RecordRef record(String key, Load load, Side side) {
    return side == Side.CREATIO
        ? RecordRef.creatio(load.id().object(), key)
        : RecordRef.d365(load.id().object(), load.id().legalEntity(), key);
  }
}
