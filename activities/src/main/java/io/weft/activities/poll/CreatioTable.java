package io.weft.activities.poll;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.creatio.Expand;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of Creatio. A user without rights to a record sees fewer rows and no error, so what is not
 * here may only be hidden.
 *
 * <p>Source: Creatio Academy, "OData 4" reference and examples.
 */
public record CreatioTable(CreatioClient client, String set, RowReader reader) implements Table {
  private static final int PAGE = 1000;

  /** The same set, of which only the keys are read. */
  public CreatioTable keysOnly() {
    return new CreatioTable(client, set, new KeyReader(reader, Columns.of("Id")));
  }

  @Override
  public String title() {
    return set;
  }

  @Override
  public long count() {
    CreatioQuery query = CreatioQuery.of(Columns.of("Id")).by(CreatioQuery.Order.ID);
    Long total = client.query(set, query.top(1).counted()).total();
    if (total == null) {
      throw new RemoteException.Malformed(
          Side.CREATIO, set + ".count", set + " did not say how many rows there are", null);
    }
    return total;
  }

  @Override
  public Slice slice(@Nullable String after) {
    Page page = client.query(set, query().top(PAGE).after(after));
    return new Slice(page.rows(), page.next());
  }

  @Override
  public List<Row> rows(List<String> keys, Beat beat) {
    return Chunks.read(keys, beat, this::chunks);
  }

  private List<Row> chunks(List<List<String>> ids) {
    return Page.rows(client.queryAll(set, ids.stream().map(this::of).toList()));
  }

  private CreatioQuery of(List<String> ids) {
    CreatioFilter[] terms =
        ids.stream().map(id -> CreatioFilter.lookup("Id", id)).toArray(CreatioFilter[]::new);
    return query().where(CreatioFilter.any(terms));
  }

  private CreatioQuery query() {
    return CreatioQuery.of(reader.columns())
        .with(reader.expand().toArray(Expand[]::new))
        .by(CreatioQuery.Order.ID);
  }
}
