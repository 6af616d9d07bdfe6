package io.weft.activities.desk;

import io.weft.activities.store.HintCounts;
import io.weft.activities.store.HintStore;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the store answers, has the newest tables, and its ledger adds up. */
public final class StoreCheck implements Check {
  private final HintStore hints;
  private final Supplier<List<String>> pending;

  /**
   * A check.
   *
   * @param pending migrations that were not applied yet
   */
  public StoreCheck(HintStore hints, Supplier<List<String>> pending) {
    this.hints = hints;
    this.pending = pending;
  }

  @Override
  public String name() {
    return "Store";
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    List<String> missing = pending.get();
    findings.add(
        missing.isEmpty()
            ? Finding.ok("store", "It answers and its tables are up to date.")
            : Finding.problem(
                "store",
                "Migrations are missing: " + Words.some(missing) + ".",
                "Start a worker of this version: it migrates the store."));
    findings.add(ledger(hints.counts()));
    return findings;
  }

  private static Finding ledger(HintCounts counts) {
    long lost = Ledger.lost(counts);
    return lost == 0
        ? Finding.ok("store", "The ledger of hints adds up.")
        : Finding.problem(
            "store",
            Math.abs(lost) + " of " + counts.accepted() + " hints are not accounted for.",
            "Report this as a fault, with a copy of the store.");
  }
}
