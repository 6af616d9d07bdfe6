package io.weft.activities.desk;

import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the mappings compile; each problem with file and line. */
public final class MappingCheck implements Check {
  private final Supplier<ConfigErrors> compiled;

  /**
   * A check.
   *
   * @param compiled compiles all mappings anew and gives what it noted
   */
  public MappingCheck(Supplier<ConfigErrors> compiled) {
    this.compiled = compiled;
  }

  @Override
  public String name() {
    return "Mappings";
  }

  @Override
  public @Nullable Side system() {
    return null;
  }

  @Override
  public List<Finding> look() {
    ConfigErrors errors = compiled.get();
    List<Finding> findings = new ArrayList<>();
    for (ConfigErrors.Entry entry : errors.entries()) {
      findings.add(Finding.problem(place(entry), words(entry), entry.remedy() + "."));
    }
    for (ConfigErrors.Entry entry : errors.warnings()) {
      findings.add(Finding.warn(place(entry), words(entry), entry.remedy() + "."));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("mappings", "All mappings compile."));
    }
    return findings;
  }

  private static String place(ConfigErrors.Entry entry) {
    return entry.file() + ":" + entry.line();
  }

  private static String words(ConfigErrors.Entry entry) {
    String value = entry.value().isEmpty() ? "" : " '" + entry.value() + "'";
    return entry.key() + value + ": " + entry.what() + ".";
  }
}
