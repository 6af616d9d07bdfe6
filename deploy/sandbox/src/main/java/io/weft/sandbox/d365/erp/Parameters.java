package io.weft.sandbox.d365.erp;

import io.weft.sandbox.Row;
import io.weft.sandbox.Tx;
import io.weft.sandbox.Who;
import io.weft.sandbox.d365.schema.EntitySet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows in {@code CustomerParameters} what the switches say about change approval. */
public final class Parameters {
  private Parameters() {}

  /** Brings the rows in line with the switches; safe to repeat. */
  public static void sync(Erp erp) {
    EntitySet set = erp.schema().get("CustomerParameters");
    int unused = erp.write(new Who(Who.SERVER, null), tx -> sync(erp, tx, set));
  }

  private static int sync(Erp erp, Tx tx, EntitySet set) {
    int moved = 0;
    for (Row row : List.copyOf(erp.table(set).rows())) {
      Map<String, Object> wanted =
          wanted(erp.settings().text("approval." + row.text(EntitySet.COMPANY)));
      if (!Erp.moved(row, wanted).isEmpty()) {
        Row after = erp.update(tx, set, row, wanted);
        moved += after == row ? 0 : 1;
      }
    }
    return moved;
  }

  private static Map<String, Object> wanted(String mode) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("ChangeProposalIsEnabled", mode.equals("off") ? "No" : "Yes");
    wanted.put(
        "ChangeProposalDataEntityBehavior",
        switch (mode) {
          case "propose" -> "CreateChangeProposals";
          case "reject" -> "RejectChanges";
          default -> "AllowChanges";
        });
    return wanted;
  }
}
