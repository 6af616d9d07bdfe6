package io.weft.chaos;

import io.weft.chaos.Evidence.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The rows of both systems as they are now, by what they are and their keys. */
final class Rows {
  private record Shelf(Place system, Thing thing) {}

  private final Map<Shelf, Map<String, Map<String, String>>> shelves = new LinkedHashMap<>();

  Map<String, Map<String, String>> of(Place system, Thing thing) {
    return shelves.computeIfAbsent(new Shelf(system, thing), s -> new LinkedHashMap<>());
  }

  Optional<Map<String, String>> find(Place system, Thing thing, String key) {
    return Optional.ofNullable(of(system, thing).get(key));
  }

  /** A value; "" where there is no row or none in it. */
  String value(Place system, Thing thing, String key, String name) {
    return find(system, thing, key).map(row -> row.getOrDefault(name, "")).orElse("");
  }

  void put(Place system, Thing thing, Map<String, Map<String, String>> rows) {
    shelves.put(new Shelf(system, thing), rows);
  }
}
