package io.weft.activities.rule;

import io.weft.activities.yaml.Nearest;
import io.weft.workflows.record.LegalEntity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether D365 takes dimension values: each must exist, be active on the day and not be suspended.
 * Compared without case, as D365 does.
 *
 * @param known the values that D365 has
 */
public record DimensionCheck(List<DimensionValue> known) {
  public DimensionCheck {
    known = List.copyOf(known);
  }

  /** What D365 would refuse in a legal entity on a day; empty if it takes all of it. */
  public List<Refused> check(LegalEntity legalEntity, Map<String, String> values, LocalDate day) {
    List<Refused> refused = new ArrayList<>();
    values.forEach(
        (dimension, value) -> check(legalEntity, dimension, value, day).ifPresent(refused::add));
    return refused;
  }

  private Optional<Refused> check(
      LegalEntity legalEntity, String dimension, String value, LocalDate day) {
    List<DimensionValue> here = of(legalEntity, dimension);
    List<DimensionValue> same =
        here.stream().filter(known -> known.value().equalsIgnoreCase(value)).toList();
    if (same.isEmpty()) {
      return Optional.of(unknown(legalEntity, dimension, value, here));
    }
    // The same code may be there for all and for one legal entity: one usable row is enough.
    List<Refused> wrong = new ArrayList<>();
    for (DimensionValue one : same) {
      Optional<Refused> refused = unusable(one, day);
      if (refused.isEmpty()) {
        return Optional.empty();
      }
      wrong.add(refused.get());
    }
    return Optional.of(wrong.get(0));
  }

  private List<DimensionValue> of(LegalEntity legalEntity, String dimension) {
    return known.stream()
        .filter(one -> one.dimension().equalsIgnoreCase(dimension))
        .filter(one -> one.legalEntity() == null || legalEntity.equals(one.legalEntity()))
        .toList();
  }

  private static Refused unknown(
      LegalEntity legalEntity, String dimension, String value, List<DimensionValue> here) {
    String what =
        dimension + " '" + value + "' is no dimension value in legal entity " + legalEntity + ".";
    Optional<String> near = Nearest.find(value, here.stream().map(DimensionValue::value).toList());
    String hint = near.map(word -> "Did you mean '" + word + "'? ").orElse("");
    return new Refused(
        dimension, value, what, hint + "Add the value in D365, or correct the rule or record.");
  }

  private static Optional<Refused> unusable(DimensionValue one, LocalDate day) {
    String name = one.dimension() + " '" + one.value() + "'";
    if (one.suspended()) {
      return refused(one, name + " is suspended in D365.", "Resume it there");
    }
    if (one.from() != null && day.isBefore(one.from())) {
      return refused(
          one,
          name + " is active from " + one.from() + " only, not on " + day + ".",
          "Let it begin earlier in D365");
    }
    if (one.to() != null && day.isAfter(one.to())) {
      return refused(
          one,
          name + " was active until " + one.to() + ", not on " + day + ".",
          "Let it end later in D365");
    }
    return Optional.empty();
  }

  private static Optional<Refused> refused(DimensionValue one, String what, String remedy) {
    return Optional.of(
        new Refused(
            one.dimension(), one.value(), what, remedy + ", or use another value, then retry."));
  }
}
