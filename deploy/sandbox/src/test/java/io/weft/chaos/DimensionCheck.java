package io.weft.chaos;

import io.weft.chaos.Evidence.Layout;
import io.weft.chaos.Evidence.Link;
import io.weft.chaos.Evidence.Place;
import io.weft.chaos.Verdict.Kind;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Each dimension of a sales order has the value that the rules of {@code weft.yaml} say, at the
 * place that D365's layout gives it; the other places are empty, as customers carry none here.
 */
final class DimensionCheck {
  private static final String DIMENSIONS = "DefaultLedgerDimensionDisplayValue";
  private static final Map<String, String> BUSINESS_UNIT = Map.of("usmf", "001", "demf", "002");
  private static final Map<String, String> COLUMNS =
      Map.of("Department", "UsrDepartment", "CostCenter", "UsrCostCentre");

  private final Evidence evidence;
  private final Pending pending;
  private final Verdict verdict;

  DimensionCheck(Evidence evidence, Verdict verdict) {
    this.evidence = evidence;
    this.pending = new Pending(evidence);
    this.verdict = verdict;
  }

  void run() {
    for (Link link : evidence.links()) {
      if (link.thing() == Thing.ORDER && !link.hasEnded() && !pending.isHeld(link.pair())) {
        check(link);
      }
    }
  }

  private void check(Link order) {
    Layout layout = evidence.layout();
    String text = evidence.rows().value(Place.D365, Thing.ORDER, order.d365(), DIMENSIONS);
    List<String> places = List.of(text.split(Pattern.quote(layout.delimiter()), -1));
    List<String> expected = layout.names().stream().map(name -> expected(order, name)).toList();
    if (!places.equals(expected)) {
      verdict.add(
          Kind.DIVERGED,
          String.format(
              "dimensions of %s are '%s'; for %s the rules say %s",
              order.pair(), text, layout.names(), expected));
    }
  }

  private String expected(Link order, String dimension) {
    if (dimension.equals("BusinessUnit")) {
      return BUSINESS_UNIT.getOrDefault(order.company(), "");
    }
    String column = COLUMNS.getOrDefault(dimension, "");
    return evidence.rows().value(Place.CREATIO, Thing.ORDER, order.creatio(), column);
  }
}
