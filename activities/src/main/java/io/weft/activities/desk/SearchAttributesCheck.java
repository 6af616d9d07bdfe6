package io.weft.activities.desk;

import io.weft.workflows.record.Side;
import io.weft.workflows.sync.Labels;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether Temporal knows the search attributes by which people find records. */
public final class SearchAttributesCheck implements Check {
  private final Supplier<Optional<Set<String>>> registered;

  /**
   * A check.
   *
   * @param registered names of the namespace's custom search attributes; empty where the server
   *     cannot list them
   */
  public SearchAttributesCheck(Supplier<Optional<Set<String>>> registered) {
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
    return List.of(registered.get().map(SearchAttributesCheck::judged).orElseGet(this::unknown));
  }

  /** The in-memory server of demo and tests. */
  private Finding unknown() {
    return Finding.ok("Temporal", "This server cannot list them, and takes any.");
  }

  private static Finding judged(Set<String> there) {
    List<String> missing =
        Labels.ALL.stream().map(key -> key.getName()).filter(n -> !there.contains(n)).toList();
    return missing.isEmpty()
        ? Finding.ok("Temporal", "All " + Labels.ALL.size() + " are registered.")
        : Finding.warn(
            "Temporal",
            "Not registered: " + String.join(", ", missing) + ".",
            "Run: temporal operator search-attribute create --type Keyword --name "
                + String.join(" --type Keyword --name ", missing));
  }
}
