package io.weft.activities.desk;

import io.weft.activities.settings.Environment;
import io.weft.activities.store.FactStore;
import io.weft.workflows.record.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the store was made for the systems that the settings name. Changes nothing. */
public final class EnvironmentCheck implements Check {
  private final Environment named;
  private final Supplier<Optional<String>> stored;

  public EnvironmentCheck(Environment named, FactStore facts) {
    this.named = named;
    this.stored = () -> facts.fact("environment");
  }

  @Override
  public String name() {
    return "Environment";
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    String kept = stored.get().orElse(null);
    if (kept == null || kept.equals(named.described())) {
      return List.of(Finding.ok("store", "It belongs to: " + named.described() + "."));
    }
    return List.of(
        Finding.problem(
            "store",
            "It was made for '" + kept + "', the settings name '" + named.described() + "'.",
            "Use the store of this environment; nothing is written until then."));
  }
}
