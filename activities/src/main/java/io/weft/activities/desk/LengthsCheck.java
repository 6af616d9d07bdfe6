package io.weft.activities.desk;

import io.weft.activities.http.Metadata;
import io.weft.activities.mapping.FieldRule;
import io.weft.activities.mapping.Mapping;
import io.weft.activities.mapping.Slot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whether a text that fits on the one side can be too long for the other. */
public final class LengthsCheck implements Check {
  private final Both<Supplier<Metadata>> metadata;
  private final List<Mapping> mappings;

  public LengthsCheck(Both<Supplier<Metadata>> metadata, List<Mapping> mappings) {
    this.metadata = metadata;
    this.mappings = List.copyOf(mappings);
  }

  @Override
  public String name() {
    return "Field lengths";
  }

  /** Both are needed; Creatio is asked first, and D365's own check says if it is closed. */
  @Override
  public Side system() {
    return Side.CREATIO;
  }

  @Override
  public List<Finding> look() {
    Both<Metadata> models = new Both<>(metadata.creatio().get(), metadata.d365().get());
    List<Finding> findings = new ArrayList<>();
    for (Mapping mapping : mappings) {
      for (FieldRule rule : mapping.rules()) {
        for (Side target : Side.values()) {
          look(mapping, rule, target, models, findings);
        }
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("mappings", "No mapped text is cut or refused for its length."));
    }
    return findings;
  }

  private static void look(
      Mapping mapping, FieldRule rule, Side target, Both<Metadata> models, List<Finding> to) {
    Slot slot = rule.slots().of(target);
    if (!rule.direction().flowsTo(target) || slot.derived()) {
      return;
    }
    int real = length(models.of(target), mapping.entities().of(target), slot);
    String where = target.title() + " " + mapping.entities().of(target) + "." + slot.name();
    if (real > 0 && slot.maxLength() > real) {
      to.add(
          Finding.problem(
              where,
              "Takes " + real + " characters, the mapping believes " + slot.maxLength() + ".",
              "Set maxLength of '" + rule.id() + "' to " + real + "."));
    } else if (real > 0 && slot.maxLength() == 0 && !rule.conduct().truncate()) {
      lookAtSource(mapping, rule, target, real, models, to);
    }
  }

  private static void lookAtSource(
      Mapping mapping,
      FieldRule rule,
      Side target,
      int real,
      Both<Metadata> models,
      List<Finding> to) {
    Side source = target.other();
    Slot slot = rule.slots().of(source);
    int longest =
        slot.derived() ? 0 : length(models.of(source), mapping.entities().of(source), slot);
    boolean asItIs = rule.conversion().reference() == null && rule.conversion().values() == null;
    if (asItIs && longest > real) {
      to.add(
          Finding.warn(
              target.title() + " " + mapping.entities().of(target) + "." + rule.name(target),
              "Takes " + real + " characters, but " + source.title() + " allows " + longest + ".",
              "A longer text will be put to a person; set truncate on '"
                  + rule.id()
                  + "' to have it cut."));
    }
  }

  private static int length(Metadata model, String set, Slot slot) {
    return model
        .set(set)
        .map(found -> found.columns().get(slot.name()))
        .map(Metadata.Column::maxLength)
        .orElse(0);
  }
}
