package io.weft.activities.store;

import java.util.Optional;

/** Single facts that outlive a process, such as the environment's fingerprint. Thread-safe. */
public interface FactStore {
  Optional<String> fact(String name);

  /** Stores a fact if it is not there yet; returns what is stored then. */
  String keep(String name, String value);

  /** Replaces a fact, on an admin's word. */
  void replace(String name, String value);
}
