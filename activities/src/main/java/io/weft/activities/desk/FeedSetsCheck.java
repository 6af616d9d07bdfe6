package io.weft.activities.desk;

import io.weft.activities.http.Metadata;
import io.weft.activities.value.Columns;
import io.weft.workflows.record.Side;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whether every set that is followed for changes is there with the columns that its feed reads. A
 * feed that asks for an unknown column finds nothing at all.
 */
public final class FeedSetsCheck implements Check {
  private final Side side;
  private final Supplier<Metadata> metadata;
  private final List<Followed> sets;

  public FeedSetsCheck(Side side, Supplier<Metadata> metadata, List<Followed> sets) {
    this.side = side;
    this.metadata = metadata;
    this.sets = List.copyOf(sets);
  }

  /** A set that is followed for an object. */
  public record Followed(SyncObjectName object, String set, Columns columns) {}

  @Override
  public String name() {
    return "Sets followed in " + side.title();
  }

  @Override
  public Side system() {
    return side;
  }

  @Override
  public List<Finding> look() {
    Metadata model = metadata.get();
    List<Finding> findings = new ArrayList<>();
    for (Followed followed : sets) {
      findings.add(look(followed, model));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok(side.title(), "No further sets are followed."));
    }
    return findings;
  }

  private Finding look(Followed followed, Metadata model) {
    String where = side.title() + " " + followed.set();
    if (model.set(followed.set()).isEmpty()) {
      return Finding.problem(
          where,
          "There is no such set; changes of " + followed.object() + " are looked for in it.",
          remedy());
    }
    List<String> missing =
        followed.columns().names().stream()
            .filter(column -> !model.has(followed.set(), column))
            .toList();
    return missing.isEmpty()
        ? Finding.ok(where, "Can be followed for changes of " + followed.object() + ".")
        : Finding.problem(
            where,
            "There is no "
                + Words.some(missing)
                + ", by which changes of "
                + followed.object()
                + " are found.",
            remedy());
  }

  private String remedy() {
    return side == Side.CREATIO
        ? "Check that the app with this object is installed, and that OData offers it."
        : "Check that the data entity is public in this version, and our user's rights.";
  }
}
