package io.weft.sandbox.odata;

import static org.assertj.core.api.Assertions.assertThat;

import io.weft.sandbox.Column;
import io.weft.sandbox.Kind;
import io.weft.sandbox.Row;
import io.weft.sandbox.Storage;
import io.weft.sandbox.Table;
import io.weft.sandbox.Who;
import io.weft.sandbox.World;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** An indexed table must answer every query as one without any index does. */
abstract class SelectionContract {
  private static final List<String> TERMS =
      List.of(
          "Group eq 'g1'",
          "Group eq 'G2'",
          "Group ne 'g1'",
          "Group eq ''",
          "Rank gt 5",
          "Rank le 3",
          "Rank eq 4",
          "contains(Name,'1')",
          "Id eq 'k7'",
          "Rank ge 2 and Rank lt 6");
  private static final List<String> ORDERS =
      List.of("Rank", "Rank desc,Id", "Name desc", "Rank asc,Name desc,Id", "Id");

  private final Storage storage;
  private final World world;
  private final Table indexed;
  private final Table plain;

  SelectionContract(Storage storage) {
    this.storage = storage;
    world = new World(1, Clock.systemUTC(), storage);
    indexed = world.add(table("Indexed").hashedBy("Group").sortedBy("Rank", "Id"));
    plain = world.add(table("Plain"));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private static Table table(String name) {
    Table table = new Table("x", name, List.of("Id"));
    table.column(new Column("Id", Kind.TEXT, 0, "", null));
    table.column(new Column("Group", Kind.TEXT, 0, "", null));
    table.column(new Column("Name", Kind.TEXT, 0, "", null));
    return table.column(new Column("Rank", Kind.DECIMAL, 0, BigDecimal.ZERO, null));
  }

  private void fill(Random random) {
    for (int i = 0; i < 60; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("Id", "k" + i);
      row.put("Group", random.nextInt(4) == 0 ? "" : "g" + random.nextInt(3));
      row.put("Name", "n" + random.nextInt(15));
      row.put("Rank", BigDecimal.valueOf(random.nextInt(8)));
      world.write(
          "x", new Who("t", null), tx -> List.of(tx.insert(indexed, row), tx.insert(plain, row)));
    }
  }

  @RepeatedTest(50)
  void findsWithIndexesWhatAScanFinds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    fill(random);
    for (int i = 0; i < 40; i++) {
      Query query = query(random);
      assertThat(ids(indexed, query)).as("%s", query).isEqualTo(ids(plain, query));
    }
  }

  private static Query query(Random random) {
    String filter = pick(TERMS, random);
    for (int i = random.nextInt(3); i > 0; i--) {
      String joint = random.nextBoolean() ? " and " : " or ";
      String negation = random.nextInt(5) == 0 ? "not " : "";
      filter = "(" + filter + ")" + joint + negation + "(" + pick(TERMS, random) + ")";
    }
    Map<String, String> options = new LinkedHashMap<>();
    if (random.nextInt(10) > 0) {
      options.put("$filter", filter);
    }
    // The last column decides ties, so that both tables agree on one order.
    options.put("$orderby", pick(ORDERS, random) + ",Id");
    options.put("$skip", Integer.toString(random.nextInt(5)));
    options.put("$top", Integer.toString(1 + random.nextInt(30)));
    options.put("$count", Boolean.toString(random.nextBoolean()));
    return Query.of(options);
  }

  private static List<String> ids(Table table, Query query) {
    Selection selection = Selection.of(table, query, new Flat(), Selection.EVERY, 1000);
    List<String> ids = new ArrayList<>(selection.rows().stream().map(Row::key).toList());
    ids.add("total " + selection.total());
    return ids;
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  private static final class Flat implements Dialect {
    @Override
    public Object value(Row row, List<String> path) {
      return row.get(path.get(0));
    }

    @Override
    public String column(List<String> path) {
      return path.get(0);
    }
  }
}
