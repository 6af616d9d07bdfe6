package io.weft.activities.desk;

import io.weft.activities.creatio.CreatioClient;
import io.weft.activities.creatio.CreatioQuery;
import io.weft.activities.d365.D365Client;
import io.weft.activities.d365.D365Query;
import io.weft.activities.failure.RemoteException;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Whether we may read each set that is used. Missing rights may show as an empty set. */
public final class ReadCheck implements Check {
  private final Side side;
  private final List<String> sets;
  private final Predicate<String> hasRows;

  private ReadCheck(Side side, List<String> sets, Predicate<String> hasRows) {
    this.side = side;
    this.sets = List.copyOf(sets);
    this.hasRows = hasRows;
  }

  /** Sets of Creatio. */
  public static ReadCheck creatio(CreatioClient client, List<String> sets) {
    CreatioQuery one = CreatioQuery.of(Columns.of("Id")).top(1);
    return new ReadCheck(Side.CREATIO, sets, set -> !client.query(set, one).rows().isEmpty());
  }

  /** Sets of D365; which column is read makes no difference, so the key of the set is. */
  public static ReadCheck d365(D365Client client, List<String> sets) {
    return new ReadCheck(
        Side.D365,
        sets,
        set -> {
          List<String> key = client.metadata().set(set).map(found -> found.key()).orElse(List.of());
          D365Query one = D365Query.of(new Columns(key)).top(1);
          return !client.query(set, one).rows().isEmpty();
        });
  }

  @Override
  public String name() {
    return "Reading in " + side.title();
  }

  @Override
  public Side system() {
    return side;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    for (String set : sets) {
      findings.add(look(set));
    }
    return findings;
  }

  private Finding look(String set) {
    String where = side.title() + " " + set;
    try {
      return hasRows.test(set)
          ? Finding.ok(where, "Can be read.")
          : Finding.warn(
              where,
              "Shows no rows: it is empty, or hidden from our user.",
              "If there should be rows, give our user the right to read all of " + set + ".");
    } catch (RemoteException e) {
      return Finding.problem(where, String.valueOf(e.getMessage()), Remedies.of(e));
    }
  }
}
