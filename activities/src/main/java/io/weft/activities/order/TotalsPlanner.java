package io.weft.activities.order;

import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner;
import io.weft.activities.settings.OrderConduct;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.pass.Verdict;
import io.weft.workflows.record.Both;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what D365 charges with what Creatio says: the lines without tax, the tax, and with
 * {@code order.pricing: compare} each line's price and discount. A difference beyond the tolerance
 * is told; nothing is written, as either side may be right.
 */
final class TotalsPlanner implements Planner {
  private final int version;
  private final OrderConduct conduct;

  TotalsPlanner(int version, OrderConduct conduct) {
    this.version = version;
    this.conduct = conduct;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public Plan plan(Question question) {
    Fields none = Fields.none();
    List<FieldDecision> decisions = new ArrayList<>();
    Snapshot creatio = question.now().creatio();
    Snapshot d365 = question.now().d365();
    if (creatio != null && d365 != null) {
      OrderConduct.Tolerance tolerance = conduct.tolerance();
      compare(Sums.LINES, creatio, d365, tolerance.total(), decisions);
      compare(Sums.TAX, creatio, d365, tolerance.tax(), decisions);
      if (conduct.pricing() == OrderConduct.Pricing.COMPARE) {
        decisions.addAll(LinePrices.apart(creatio.fields(), d365.fields(), tolerance.total()));
      }
    }
    Base c = question.bases().creatio();
    Base d = question.bases().d365();
    return new Plan(
        new Both<>(none, none),
        new Both<>(new Both<>(none, none), new Both<>(none, none)),
        new Both<>(c == null ? Base.NONE : c, d == null ? Base.NONE : d),
        decisions,
        List.of(),
        false);
  }

  private static void compare(
      String what,
      Snapshot creatio,
      Snapshot d365,
      BigDecimal tolerance,
      List<FieldDecision> decisions) {
    BigDecimal ours = Sums.decimal(creatio.fields(), what);
    BigDecimal theirs = Sums.decimal(d365.fields(), what);
    boolean apart = ours.subtract(theirs).abs().compareTo(tolerance) > 0;
    String why =
        apart
            ? what
                + ": "
                + ours.toPlainString()
                + " in Creatio, "
                + theirs.toPlainString()
                + " in D365, more apart than "
                + tolerance.toPlainString()
                + "."
            : what + " agree within " + tolerance.toPlainString() + ".";
    decisions.add(
        new FieldDecision(
            what,
            apart ? Verdict.ASKED : Verdict.EQUAL,
            null,
            theirs.toPlainString(),
            theirs.toPlainString(),
            apart ? ours.toPlainString() : null,
            why));
  }
}
