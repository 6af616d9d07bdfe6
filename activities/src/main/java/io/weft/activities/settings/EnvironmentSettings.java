package io.weft.activities.settings;

import io.weft.activities.yaml.YamlNode;

/**
 * Which installation this is.
 *
 * @param name a short name for people, shown in alerts and on screen
 */
public record EnvironmentSettings(String name, Kind kind) {
  /** What a mistake would cost. */
  public enum Kind {
    SANDBOX,
    PRODUCTION
  }

  static EnvironmentSettings read(YamlNode node) {
    if (!node.has("kind")) {
      node.problem("does not say its kind", "Write kind: sandbox or kind: production");
    }
    EnvironmentSettings settings =
        new EnvironmentSettings(node.text("name"), node.oneOf("kind", Kind.class, Kind.SANDBOX));
    node.done();
    return settings;
  }
}
