package io.weft.activities.value;

import java.util.ArrayList;
import java.util.List;

/** The columns that a read asks for, in order, each once. */
public record Columns(List<String> names) {
  public Columns {
    names = names.stream().distinct().toList();
  }

  public static Columns of(String... names) {
    return new Columns(List.of(names));
  }

  /** These, then more. */
  public Columns and(List<String> more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return new Columns(all);
  }
}
