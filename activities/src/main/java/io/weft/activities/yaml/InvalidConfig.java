package io.weft.activities.yaml;

import java.util.List;

/** Settings that cannot be used; the message lists every problem, one per line. */
public final class InvalidConfig extends IllegalArgumentException {
  private final transient List<ConfigErrors.Entry> entries;

  InvalidConfig(ConfigErrors errors) {
    super(errors.render());
    this.entries = errors.entries();
  }

  /** The problems in the order found. */
  public List<ConfigErrors.Entry> entries() {
    return entries;
  }
}
