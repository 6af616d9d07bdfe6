package io.weft.activities.store.memory;

import io.weft.activities.store.FactStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

final class MemoryFacts implements FactStore {
  private final Map<String, String> facts = new LinkedHashMap<>(2);

  @Override
  public synchronized Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  @Override
  public synchronized String keep(String name, String value) {
    facts.putIfAbsent(name, value);
    return facts.getOrDefault(name, value);
  }

  @Override
  public synchronized void replace(String name, String value) {
    facts.put(name, value);
  }
}
