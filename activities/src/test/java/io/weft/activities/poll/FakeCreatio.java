package io.weft.activities.poll;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.Expand;
import io.weft.activities.creatio.Write;
import io.weft.activities.creatio.WriteResult;
import io.weft.activities.http.Metadata;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creatio in memory, for reading. Cursors are the sort key of the last row. */
public final class FakeCreatio extends FakeSystem implements CreatioClient {
  /** A readable GUID. */
  public static String id(int number) {
    return String.format("%08d-aaaa-4bbb-8ccc-000000000001", number);
  }

  /** An account with a name and a time of change. */
  public void account(int number, String name, String modifiedOn) {
    put("Account", "Id", id(number), "Name", name, "ModifiedOn", modifiedOn);
  }

  @Override
  public Page query(String set, CreatioQuery query) {
    List<String> order =
        query.order() == CreatioQuery.Order.ID ? List.of("Id") : List.of("ModifiedOn", "Id");
    String filter = query.filter() == null ? null : query.filter().text();
    List<Row> matching = select(set, filter, order);
    String after = query.after();
    List<Row> rest =
        matching.stream()
            .filter(row -> after == null || sortKey(row, order).compareTo(after) > 0)
            .toList();
    List<Row> page = rest.subList(0, Math.min(query.top(), rest.size()));
    boolean more = rest.size() > page.size();
    return new Page(
        page,
        more ? sortKey(page.get(page.size() - 1), order) : null,
        query.total() ? (long) matching.size() : null);
  }

  @Override
  public Optional<Row> get(String set, String id, Columns columns, List<Expand> expand) {
    String filter = CreatioFilter.lookup("Id", id).text();
    return select(set, filter, List.of("Id")).stream().findFirst();
  }

  @Override
  public Row create(String set, String id, Map<String, Object> body) {
    throw readOnly();
  }

  @Override
  public void patch(String set, String id, Map<String, Object> body) {
    throw readOnly();
  }

  @Override
  public void patchIfUnchanged(
      String set, String id, Map<String, Object> seen, Map<String, Object> body) {
    throw readOnly();
  }

  @Override
  public void delete(String set, String id) {
    throw readOnly();
  }

  @Override
  public List<WriteResult> batch(List<Write> writes) {
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
