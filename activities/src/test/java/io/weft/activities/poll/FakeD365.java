package io.weft.activities.poll;

import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Query;
import io.weft.activities.d365.EntityKey;
import io.weft.activities.d365.Write;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** F&amp;O in memory, for reading. */
public final class FakeD365 extends FakeSystem implements D365Client {
  /** A customer with a name. */
  public void customer(String legalEntity, String number, String name) {
    put(
        "CustomersV3",
        "dataAreaId",
        legalEntity,
        "CustomerAccount",
        number,
        "OrganizationName",
        name);
  }

  @Override
  public Page query(String set, D365Query query) {
    String filter = query.filter() == null ? null : query.filter().text();
    List<Row> rows = select(set, filter, query.orderBy());
    int end = query.top() == 0 ? rows.size() : Math.min(query.top(), rows.size());
    return new Page(rows.subList(0, end), null, query.total() ? (long) rows.size() : null);
  }

  @Override
  public Page next(String set, String link) {
    throw new IllegalArgumentException("no page has a link");
  }

  @Override
  public Optional<Row> read(EntityKey key, Columns columns) {
    throw new UnsupportedOperationException("feeds read by query");
  }

  @Override
  public Row create(String set, Map<String, Object> body) {
    throw readOnly();
  }

  @Override
  public void update(EntityKey key, @Nullable String etag, Map<String, Object> body) {
    throw readOnly();
  }

  @Override
  public void delete(EntityKey key, @Nullable String etag) {
    throw readOnly();
  }

  @Override
  public List<Optional<RemoteException>> batch(List<Write> writes) {
    throw readOnly();
  }

  @Override
  public List<Row> changeset(List<Write> writes) {
    throw readOnly();
  }

  @Override
  public Metadata metadata() {
    return model();
  }

  @Override
  public void ping() {
    select("ping", null, List.of());
  }
}
