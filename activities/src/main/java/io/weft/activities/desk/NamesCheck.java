package io.weft.activities.desk;

import io.weft.activities.http.Metadata;
import io.weft.activities.mapping.Mapping;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whether every mapped field is there under exactly this name. Neither system complains about an
 * unknown one in a write: Creatio drops it in silence.
 */
public final class NamesCheck implements Check {
  private final Side side;
  private final Supplier<Metadata> metadata;
  private final List<Mapped> mappings;

  /** A check of mappings that use the same names for what is no column. */
  public NamesCheck(
      Side side, Supplier<Metadata> metadata, List<Mapping> mappings, Set<String> elsewhere) {
    this(side, metadata, mappings.stream().map(m -> new Mapped(m, elsewhere)).toList());
  }

  /** A check of mappings of several objects. */
  public NamesCheck(Side side, Supplier<Metadata> metadata, List<Mapped> mappings) {
    this.side = side;
    this.metadata = metadata;
    this.mappings = List.copyOf(mappings);
  }

  /**
   * A mapping.
   *
   * @param elsewhere names that it uses although they are no columns of the set: the e-mail of an
   *     account is a row of its own
   */
  public record Mapped(Mapping mapping, Set<String> elsewhere) {
    public Mapped {
      elsewhere = new LinkedHashSet<>(elsewhere);
    }
  }

  @Override
  public String name() {
    return "Mapped fields in " + side.title();
  }

  @Override
  public Side system() {
    return side;
  }

  @Override
  public List<Finding> look() {
    Metadata model = metadata.get();
    List<Finding> findings = new ArrayList<>();
    for (Mapped mapped : mappings) {
      look(mapped.mapping(), mapped.elsewhere(), model, findings);
    }
    return findings;
  }

  private void look(
      Mapping mapping, Set<String> elsewhere, Metadata model, List<Finding> findings) {
    String set = mapping.entities().of(side);
    if (model.set(set).isEmpty()) {
      findings.add(noSet(set, mapping));
      return;
    }
    List<Use> uses =
        Use.of(mapping, side).stream().filter(use -> !elsewhere.contains(use.column())).toList();
    List<Use> missing = uses.stream().filter(use -> !isThere(use, model)).toList();
    missing.forEach(use -> findings.add(missing(use, model)));
    if (missing.isEmpty()) {
      String what = "All " + uses.size() + " mapped fields are there.";
      findings.add(Finding.ok(side.title() + " " + set, what));
    }
  }

  /** A look-up may be mapped by its own name; on the wire it is a column and a navigation. */
  static boolean isThere(Use use, Metadata model) {
    String column = use.column();
    return model.has(use.set(), column)
        || model.has(use.set(), column + "Id")
        || model.set(use.set()).map(set -> set.navigations().contains(column)).orElse(false);
  }

  private Finding noSet(String set, Mapping mapping) {
    String remedy =
        side == Side.CREATIO
            ? "Check that the app with this object is installed, and that OData offers it."
            : "Check that the data entity is public in this version, and our user's rights.";
    return Finding.problem(
        side.title() + " " + set,
        "There is no such set; " + mapping.object() + " needs it.",
        remedy);
  }

  private Finding missing(Use use, Metadata model) {
    String what = "There is no such field; the mapping '" + use.rule() + "' uses it.";
    return Finding.problem(use.where(side), what, remedy(use, model));
  }

  private String remedy(Use use, Metadata model) {
    Optional<String> similar = similar(use, model);
    if (similar.isPresent()) {
      return "Names are case-sensitive: there is '" + similar.get() + "'. Correct the mapping.";
    }
    return side == Side.CREATIO
        ? CustomColumn.howToAdd(use)
        : "Take the field out of the mapping, or map another one.";
  }

  private static Optional<String> similar(Use use, Metadata model) {
    return model
        .set(use.set())
        .flatMap(
            set ->
                set.columns().keySet().stream()
                    .filter(name -> name.equalsIgnoreCase(use.column()))
                    .findFirst());
  }
}
