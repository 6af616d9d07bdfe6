package io.weft.sandbox.d365.erp.order;

import io.weft.sandbox.d365.erp.Erp;
import io.weft.sandbox.d365.erp.Keys;
import io.weft.sandbox.d365.erp.Refusal;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.List;
import java.util.Map;

/** Numbers of orders and lots: the company's sequence, or the caller's own where it allows that. */
final class Numbers {
  private static final long FIRST_ORDER = 901;
  private static final long FIRST_LOT = 7_001;

  private final Erp erp;

  Numbers(Erp erp) {
    this.erp = erp;
  }

  /** Returns an order's number. */
  String order(EntitySet set, String company, String given) {
    if (!given.isEmpty()) {
      return own(set, company, Orders.NUMBER, "Sale_", given);
    }
    String left = "numbersLeft." + company;
    int rest = erp.settings().number(left);
    if (rest == 0) {
      throw Refusal.write(
          set, List.of("Number sequence Sale_%s has been exceeded.".formatted(company)));
    }
    if (rest > 0) {
      erp.settings().set(Map.of(left, rest - 1));
    }
    String number = erp.sequences().next(company, Orders.NUMBER, FIRST_ORDER);
    return isTaken(set, company, number) ? order(set, company, given) : number;
  }

  /** Returns a line's lot id. */
  String lot(EntitySet set, String company, String given) {
    if (!given.isEmpty()) {
      return own(set, company, Orders.LOT, "Lot_", given);
    }
    String lot = erp.sequences().next(company, Orders.LOT, FIRST_LOT);
    return isTaken(set, company, lot) ? lot(set, company, given) : lot;
  }

  private String own(EntitySet set, String company, String field, String sequence, String given) {
    if (!erp.settings().on("manualNumbers." + company)) {
      throw Refusal.field(
          set,
          field,
          "Number sequence %s%s does not allow manual numbers.".formatted(sequence, company));
    }
    if (isTaken(set, company, given)) {
      throw Refusal.duplicate(set, field, given);
    }
    return given;
  }

  private boolean isTaken(EntitySet set, String company, String number) {
    return erp.table(set).find(Keys.of(company, number)) != null;
  }
}
