package io.weft.activities.value;

import java.util.List;

/** The columns that a read asks for, in order, each once. */
public record Columns(List<String> names) {
  public Columns {
    names = names.stream().distinct().toList();
  }

  public static Columns of(String... names) {
    return new Columns(List.of(names));
  }
}
