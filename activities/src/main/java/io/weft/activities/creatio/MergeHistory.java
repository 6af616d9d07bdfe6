package io.weft.activities.creatio;

import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.value.Columns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a record that is not there any more. Creatio removes the losers of a merge without
 * an event; where the site keeps a history of duplicates, it tells the survivor.
 *
 * <p>Source: Creatio Academy, "Find and merge duplicates"; the table is known from the field.
 */
public final class MergeHistory {
  private static final String HISTORY = "DuplicatesHistory";

  private static final int LONGEST_CHAIN = 20;

  private final CreatioClient client;

  public MergeHistory(CreatioClient client) {
    this.client = client;
  }

  /**
   * A record that is looked for.
   *
   * @param keyColumn a column that carries our key ({@code UsrD365CustomerAccount}); null for none
   * @param child a record known to have belonged to it, which a merge moves; null for none
   */
  public record Lost(
      String set,
      String id,
      @Nullable String keyColumn,
      @Nullable String key,
      @Nullable Child child) {}

  /** A child record and the look-up column that names its parent. */
  public record Child(String set, String id, String parentColumn) {}

  /** What is known of a lost record. */
  public sealed interface Fate {
    /** It was merged into that record. */
    record MergedInto(String id, String how) implements Fate {}

    /** Several records may be it: a person must say. */
    record Doubtful(List<String> ids) implements Fate {}

    /** Nothing points to a survivor: it was deleted. Never create it again by itself. */
    record Deleted() implements Fate {}
  }

  /** Looks in the history, then by our key, then by the child. Safe to repeat. */
  public Fate of(Lost lost) {
    Optional<String> survivor = survivor(lost.set(), lost.id());
    if (survivor.isPresent()) {
      return new Fate.MergedInto(survivor.get(), "history of duplicates");
    }
    List<String> byKey = byKey(lost);
    if (byKey.size() > 1) {
      return new Fate.Doubtful(byKey);
    }
    if (byKey.size() == 1) {
      return new Fate.MergedInto(byKey.get(0), String.valueOf(lost.keyColumn()));
    }
    return byChild(lost)
        .<Fate>map(id -> new Fate.MergedInto(id, "a record that belonged to it"))
        .orElseGet(Fate.Deleted::new);
  }

  /**
   * Those of these records, in small letters, of which the history says that they were merged.
   *
   * @param portions in each as many ids as an address has room for
   */
  public List<String> merged(String set, List<List<String>> portions) {
    if (client.metadata().set(HISTORY).isEmpty()) {
      return List.of();
    }
    List<CreatioQuery> queries = portions.stream().map(ids -> merged(ids, set)).toList();
    return Page.rows(client.queryAll(HISTORY, queries)).stream()
        .map(row -> id(row, "OldRecordId"))
        .flatMap(Optional::stream)
        .toList();
  }

  private static CreatioQuery merged(List<String> ids, String set) {
    CreatioFilter[] any =
        ids.stream()
            .map(id -> new CreatioFilter("OldRecordId eq " + checked(id)))
            .toArray(CreatioFilter[]::new);
    CreatioFilter wanted =
        CreatioFilter.all(CreatioFilter.equal("SchemaTableName", set), CreatioFilter.any(any));
    return CreatioQuery.of(Columns.of("OldRecordId")).where(wanted);
  }

  /** The end of the chain of merges, if the record that it leads to is there. */
  private Optional<String> survivor(String set, String id) {
    if (client.metadata().set(HISTORY).isEmpty()) {
      return Optional.empty();
    }
    Set<String> seen = new LinkedHashSet<>(Set.of(id.toLowerCase(Locale.ROOT)));
    String last = id;
    Optional<String> next = mergedInto(set, id);
    while (next.isPresent() && seen.size() < LONGEST_CHAIN && seen.add(next.get())) {
      last = next.get();
      next = mergedInto(set, last);
    }
    return last.equals(id) || next.isPresent() ? Optional.empty() : present(set, last);
  }

  private Optional<String> mergedInto(String set, String id) {
    CreatioFilter wanted =
        CreatioFilter.all(
            new CreatioFilter("OldRecordId eq " + checked(id)),
            CreatioFilter.equal("SchemaTableName", set));
    CreatioQuery query =
        CreatioQuery.of(Columns.of("OldRecordId", "NewRecordId")).where(wanted).top(50);
    List<Row> rows = client.query(HISTORY, query).rows();
    return rows.isEmpty() ? Optional.empty() : id(rows.get(rows.size() - 1), "NewRecordId");
  }

  private List<String> byKey(Lost lost) {
    String column = lost.keyColumn();
    String key = lost.key();
    if (column == null || key == null || key.isBlank()) {
      return List.of();
    }
    CreatioQuery query =
        CreatioQuery.of(Columns.of("Id")).where(CreatioFilter.equal(column, key)).top(5);
    Page page = client.query(lost.set(), query);
    return page.rows().stream().map(row -> id(row, "Id")).flatMap(Optional::stream).toList();
  }

  private Optional<String> byChild(Lost lost) {
    Child child = lost.child();
    if (child == null) {
      return Optional.empty();
    }
    return client
        .get(child.set(), child.id(), Columns.of(child.parentColumn()))
        .flatMap(row -> id(row, child.parentColumn()))
        .filter(parent -> !parent.equalsIgnoreCase(lost.id()))
        .flatMap(parent -> present(lost.set(), parent));
  }

  private Optional<String> present(String set, String id) {
    return client.get(set, id, Columns.of("Id")).flatMap(row -> id(row, "Id"));
  }

  private static String checked(String id) {
    if (!CreatioFilter.isGuid(id)) {
      throw new IllegalArgumentException("'" + id + "' is no id of a Creatio record");
    }
    return id;
  }

  private static Optional<String> id(Row row, String column) {
    return Optional.ofNullable(row.text(column))
        .filter(id -> CreatioFilter.isGuid(id) && !id.equals(CreatioValues.ZERO_GUID))
        .map(id -> id.toLowerCase(Locale.ROOT));
  }
}
