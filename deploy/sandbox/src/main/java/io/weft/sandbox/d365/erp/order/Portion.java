package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which lines a person handles, and how much of each. */
final class Portion {
  private Portion() {}

  /**
   * Reads the list of a request: lots, or objects that name a lot or a line number and perhaps a
   * quantity. Without a list all lines are meant, each with what is left of it.
   *
   * @throws IllegalArgumentException naming a line that is not there, or a quantity above the rest
   */
  static Map<Row, BigDecimal> of(
      Map<String, @Nullable Object> body, List<Row> lines, Function<Row, BigDecimal> rest) {
    Map<Row, BigDecimal> portion = new LinkedHashMap<>();
    if (body.get("lines") instanceof List<?> wanted) {
      for (Object one : wanted) {
        Row line = find(lines, one);
        portion.put(line, quantity(one, rest.apply(line), line));
      }
    } else {
      for (Row line : lines) {
        if (rest.apply(line).signum() != 0) {
          portion.put(line, rest.apply(line));
        }
      }
    }
    return portion;
  }

  private static Row find(List<Row> lines, @Nullable Object wanted) {
    Object lot = wanted instanceof Map<?, ?> object ? object.get("lot") : wanted;
    Object number = wanted instanceof Map<?, ?> object ? object.get("line") : null;
    for (Row line : lines) {
      boolean byLot = lot != null && line.text(Orders.LOT).equals(lot.toString());
      boolean byNumber =
          number != null
              && Orders.amount(line, "LineNumber").compareTo(new BigDecimal(number.toString()))
                  == 0;
      if (byLot || byNumber) {
        return line;
      }
    }
    throw new IllegalArgumentException("no line " + wanted);
  }

  private static BigDecimal quantity(@Nullable Object wanted, BigDecimal rest, Row line) {
    Object given = wanted instanceof Map<?, ?> object ? object.get("quantity") : null;
    BigDecimal quantity = given == null ? rest : new BigDecimal(given.toString());
    if (quantity.abs().compareTo(rest.abs()) > 0) {
      throw new IllegalArgumentException(
          "lot %s has %s left, not %s"
              .formatted(line.text(Orders.LOT), rest.toPlainString(), quantity.toPlainString()));
    }
    return quantity;
  }
}
