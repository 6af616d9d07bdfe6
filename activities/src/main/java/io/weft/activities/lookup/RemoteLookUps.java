package io.weft.activities.lookup;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioFilter;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.http.Page;
import io.weft.activities.http.Row;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.LookUps;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Reference;
import io.weft.activities.value.Columns;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The look-ups of Creatio and the value lists of one legal entity in D365, read when asked for and
 * kept for ten minutes; what was not found is asked again after a few seconds, so that a new code
 * is known soon after somebody has added it. A look-up of which many rows are asked for, as loads
 * do, is read as a whole, unless it is a long one. Thread-safe.
 */
public final class RemoteLookUps implements LookUps {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration MISSED = Duration.ofSeconds(5);
  private static final int MOST = 50_000;

  /** So many rows of a look-up are asked for one by one within its life, before all are read. */
  private static final int SINGLY = 10;

  /** Longer look-ups, such as contacts, are not read as a whole. */
  private static final int LONG = 5_000;

  private static final int PAGE = 1_000;

  private final CreatioClient creatio;
  private final CodeLists codes;
  private final Map<String, Columns> columns;
  private final Kept<List<String>, Optional<Entry>> byId;
  private final Kept<List<String>, List<Entry>> byColumn;
  private final Kept<String, AtomicInteger> asked;

  public RemoteLookUps(CreatioClient creatio, CodeLists codes, Mapping mapping, Clock clock) {
    this.creatio = creatio;
    this.codes = codes;
    this.columns = columns(mapping);
    this.byId = new Kept<>(clock, LIFE, MOST);
    this.byColumn = new Kept<>(clock, LIFE, MOST);
    this.asked = new Kept<>(clock, LIFE, MOST);
  }

  private static Map<String, Columns> columns(Mapping mapping) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (FieldRule rule : mapping.rules()) {
      Reference reference = rule.conversion().reference();
      if (reference != null) {
        names
            .computeIfAbsent(reference.table(), t -> new LinkedHashSet<>(List.of("Name")))
            .addAll(reference.by());
      }
    }
    Map<String, Columns> columns = new LinkedHashMap<>();
    names.forEach((table, all) -> columns.put(table, new Columns(List.copyOf(all))));
    return columns;
  }

  @Override
  public Optional<Entry> byId(String table, String id) {
    List<String> key = key(table, id);
    Optional<Entry> found = byId.get(key, k -> fetch(table, id));
    return found.isPresent() ? found : byId.get(key, MISSED, k -> fetch(table, id));
  }

  private Optional<Entry> fetch(String table, String id) {
    if (asked.get(table, t -> new AtomicInteger()).incrementAndGet() == SINGLY) {
      readWhole(table);
    }
    return creatio.get(table, id, existing(table)).map(RemoteLookUps::entry);
  }

  private void readWhole(String table) {
    CreatioQuery query =
        CreatioQuery.of(existing(table)).by(CreatioQuery.Order.ID).top(PAGE).counted();
    Page page = creatio.query(table, query);
    keep(table, page);
    while (page.next() != null && page.total() != null && page.total() <= LONG) {
      page = creatio.query(table, query.after(page.next()));
      keep(table, page);
    }
  }

  private void keep(String table, Page page) {
    page.rows().stream()
        .map(RemoteLookUps::entry)
        .forEach(entry -> byId.put(key(table, entry.id()), Optional.of(entry)));
  }

  private static List<String> key(String table, String id) {
    return List.of(table, id.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<Entry> byColumn(String table, String column, String text) {
    if (!creatio.metadata().has(table, column)) {
      return List.of();
    }
    List<String> key = List.of(table, column, text.toLowerCase(Locale.ROOT));
    List<Entry> found = byColumn.get(key, k -> fetch(table, column, text));
    return found.isEmpty() ? byColumn.get(key, MISSED, k -> fetch(table, column, text)) : found;
  }

  private List<Entry> fetch(String table, String column, String text) {
    CreatioQuery query =
        CreatioQuery.of(existing(table)).where(CreatioFilter.equal(column, text)).top(10);
    return creatio.query(table, query).rows().stream().map(RemoteLookUps::entry).toList();
  }

  /** Sites differ in the columns of their look-ups; only those that are there are asked for. */
  private Columns existing(String table) {
    List<String> there = new ArrayList<>(List.of("Id"));
    for (String column : columns.getOrDefault(table, Columns.of("Name")).names()) {
      if (creatio.metadata().has(table, column)) {
        there.add(column);
      }
    }
    return new Columns(there);
  }

  private static Entry entry(Row row) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : row.names()) {
      String text = row.text(name);
      texts.put(name, text == null ? "" : text);
    }
    return new Entry(texts.getOrDefault("Id", "").toLowerCase(Locale.ROOT), texts);
  }

  @Override
  public boolean hasCode(String list, String code) {
    return codes.has(list, code);
  }
}
