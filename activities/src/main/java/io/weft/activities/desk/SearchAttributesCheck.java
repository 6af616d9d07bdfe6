package io.weft.activities.desk;

import io.weft.workflows.record.Side;
import io.weft.workflows.sync.Labels;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether Temporal knows the search attributes by which people find records. */
public final class SearchAttributesCheck implements Check {
  private final Supplier<Set<String>> registered;

  /**
   * A check.
   *
   * @param registered names of the namespace's custom search attributes
   */
  public SearchAttributesCheck(Supplier<Set<String>> registered) {
    this.registered = registered;
  }

  @Override
  public String name() {
    return "Search attributes";
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    Set<String> there = registered.get();
    List<String> missing =
        Labels.ALL.stream().map(key -> key.getName()).filter(n -> !there.contains(n)).toList();
    return List.of(
        missing.isEmpty()
            ? Finding.ok("Temporal", "All " + Labels.ALL.size() + " are registered.")
            : Finding.warn(
                "Temporal",
                "Not registered: " + String.join(", ", missing) + ".",
                "Run: temporal operator search-attribute create --type Keyword --name "
                    + String.join(" --type Keyword --name ", missing)));
  }
}
