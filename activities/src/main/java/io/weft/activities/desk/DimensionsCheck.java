package io.weft.activities.desk;

import io.weft.activities.d365.D365Client;
import io.weft.activities.rule.DimensionCheck;
import io.weft.activities.rule.DimensionLayout;
import io.weft.activities.rule.DimensionValue;
import io.weft.activities.rule.Dimensions;
import io.weft.activities.rule.Named;
import io.weft.activities.rule.Refused;
import io.weft.activities.settings.LegalEntities;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the financial dimensions that rules derive have a position in the active format, and the
 * values that they name are taken by D365: else every document with one of them is parked.
 */
public final class DimensionsCheck implements Check {
  private static final String FORMATS = "D365 " + DimensionRows.FORMATS;

  private final DimensionRows rows;
  private final Dimensions rules;
  private final List<LegalEntities.One> places;
  private final Clock clock;

  /**
   * A check.
   *
   * @param places the legal entities whose documents get dimensions
   */
  public DimensionsCheck(
      D365Client client, Dimensions rules, List<LegalEntities.One> places, Clock clock) {
    this.rows = new DimensionRows(client);
    this.rules = rules;
    this.places = List.copyOf(places);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "Financial dimensions";
  }

  @Override
  public Side system() {
    return Side.D365;
  }

  @Override
  public List<Finding> look() {
    Map<String, List<LegalEntity>> used = used();
    if (used.isEmpty()) {
      return List.of(Finding.ok("weft.yaml", "No rule derives a dimension."));
    }
    List<Finding> findings = new ArrayList<>();
    DimensionLayout layout = layout(used, findings);
    Map<String, List<DimensionValue>> known = new LinkedHashMap<>();
    for (LegalEntities.One place : places) {
      values(place, layout, known, findings);
    }
    return findings;
  }

  /** The dimensions that rules derive, each with where. */
  private Map<String, List<LegalEntity>> used() {
    Map<String, List<LegalEntity>> used = new LinkedHashMap<>();
    for (LegalEntities.One place : places) {
      for (String name : rules.names(place.id())) {
        used.computeIfAbsent(name, n -> new ArrayList<>()).add(place.id());
      }
    }
    return used;
  }

  /** The active layout; null, and a finding, if there is none that can be written. */
  private @Nullable DimensionLayout layout(
      Map<String, List<LegalEntity>> used, List<Finding> findings) {
    String format = rows.activeFormat().orElse(null);
    if (format == null) {
      findings.add(
          Finding.problem(
              FORMATS,
              "No format for default dimensions is active; rules derive "
                  + Words.some(used.keySet())
                  + ".",
              "In D365, Financial dimension configuration for integrating applications, set up a"
                  + " format of the type Default dimension and make it active."));
      return null;
    }
    try {
      DimensionLayout layout = DimensionLayout.of(format, rows.delimiter());
      positions(layout, used, findings);
      return layout;
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.problem(
              FORMATS,
              "The active format '" + format + "' cannot be read: " + e.getMessage() + ".",
              "Correct the format or the delimiter (Financial dimension configuration for"
                  + " integrating applications, and its parameters) in D365."));
      return null;
    }
  }

  private static void positions(
      DimensionLayout layout, Map<String, List<LegalEntity>> used, List<Finding> findings) {
    String read = "'" + layout.format() + "' (delimiter '" + layout.delimiter() + "')";
    int before = findings.size();
    used.forEach(
        (name, where) -> {
          if (layout.names().stream().noneMatch(name::equalsIgnoreCase)) {
            findings.add(
                Finding.problem(
                    FORMATS,
                    "The active format "
                        + read
                        + " has no position for "
                        + name
                        + ", which order.dimensions derives in "
                        + Words.some(where.stream().map(LegalEntity::id).toList())
                        + ".",
                    "Add it to the format in D365 (Financial dimension configuration for"
                        + " integrating applications), or remove its rule from weft.yaml."));
          }
        });
    if (findings.size() == before) {
      findings.add(
          Finding.ok(FORMATS, "The active format " + read + " has all that rules derive."));
    }
  }

  private void values(
      LegalEntities.One place,
      @Nullable DimensionLayout layout,
      Map<String, List<DimensionValue>> known,
      List<Finding> findings) {
    String where = "D365 " + DimensionRows.VALUES + " of " + place.id();
    LocalDate today = clock.instant().atZone(place.timeZone()).toLocalDate();
    List<Named> named = rules.named(place.id());
    int before = findings.size();
    for (Named one : named) {
      Map<String, String> value = Map.of(one.list(), one.code());
      DimensionCheck check = new DimensionCheck(known.computeIfAbsent(one.list(), rows::values));
      List<Refused> refused = new ArrayList<>(check.check(place.id(), value, today));
      if (layout != null && layout.names().stream().anyMatch(one.list()::equalsIgnoreCase)) {
        refused.addAll(layout.unfit(value));
      }
      refused.forEach(r -> findings.add(problem(where, one, r)));
    }
    if (findings.size() == before && !named.isEmpty()) {
      findings.add(Finding.ok(where, "All " + named.size() + " values can be used."));
    }
  }

  private static Finding problem(String where, Named named, Refused refused) {
    return Finding.problem(
        where, refused.what() + " " + named.where() + " names it.", refused.remedy());
  }
}
