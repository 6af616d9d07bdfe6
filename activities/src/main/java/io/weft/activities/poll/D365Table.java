package io.weft.activities.poll;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Filter;
import io.weft.activities.d365.D365Query;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.activities.value.Values;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of F&amp;O within one legal entity.
 *
 * <p>Source: Microsoft Learn, "Open Data Protocol (OData)" for finance and operations apps.
 *
 * @param set for example {@code CustomersV3}
 * @param key the key field beside {@code dataAreaId}, for example {@code CustomerAccount}
 */
public record D365Table(
    D365Client client, String set, String key, LegalEntity legalEntity, RowReader reader)
    implements Table {
  static final int PAGE = 1000;
  private static final String COMPANY = "dataAreaId";

  /** The same set, of which only the keys are read. */
  public D365Table keysOnly() {
    RowReader keys = new KeyReader(reader, Columns.of(COMPANY, key));
    return new D365Table(client, set, key, legalEntity, keys);
  }

  @Override
  public String title() {
    return set + " of " + legalEntity;
  }

  @Override
  public long count() {
    D365Query query = D365Query.of(Columns.of(COMPANY, key)).where(company()).orderBy(order());
    Long total = client.query(set, query.top(1).counted()).total();
    if (total == null) {
      throw new RemoteException.Malformed(
          Side.D365, set + ".count", set + " did not say how many rows there are", null);
    }
    return total;
  }

  /** By key rather than by offset: an offset skips and repeats rows while data changes. */
  @Override
  public Slice slice(@Nullable String after) {
    D365Filter filter =
        after == null
            ? company()
            : D365Filter.all(company(), D365Filter.greater(key, Values.text(after)));
    Page page =
        client.query(set, D365Query.of(reader.columns()).where(filter).orderBy(order()).top(PAGE));
    List<Row> rows = page.rows();
    return new Slice(rows, rows.size() < PAGE ? null : cursor(rows, after));
  }

  @Override
  public List<Row> rows(List<String> keys, Beat beat) {
    List<String> askable = keys.stream().filter(D365Table::askable).toList();
    return Chunks.read(askable, beat, this::chunks);
  }

  private List<Row> chunks(List<List<String>> keys) {
    List<D365Query> queries = keys.stream().map(this::of).toList();
    List<Row> rows = new ArrayList<>();
    for (Page first : client.queryAll(set, queries)) {
      Page page = first;
      rows.addAll(page.rows());
      for (String next = page.next(); next != null; next = page.next()) {
        page = client.next(set, next);
        rows.addAll(page.rows());
      }
    }
    return rows;
  }

  private D365Query of(List<String> keys) {
    D365Filter[] terms =
        keys.stream().map(k -> D365Filter.equal(key, k)).toArray(D365Filter[]::new);
    D365Filter filter = D365Filter.all(company(), D365Filter.any(terms));
    return D365Query.of(reader.columns()).where(filter).orderBy(order());
  }

  /** A star is always a wildcard in F&amp;O, so such a key cannot be searched for. */
  private static boolean askable(String key) {
    return key.indexOf('*') < 0;
  }

  /** The last key that can be asked for; the few rows after it come twice. */
  private String cursor(List<Row> rows, @Nullable String after) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      String last = rows.get(i).text(key);
      if (last != null && askable(last) && !last.equals(after)) {
        return last;
      }
    }
    throw new RemoteException.Malformed(
        Side.D365, set + ".query", title() + " cannot be read past '" + after + "'", null);
  }

  private D365Filter company() {
    return D365Filter.equal(COMPANY, legalEntity.id());
  }

  private String[] order() {
    return new String[] {COMPANY, key};
  }
}
