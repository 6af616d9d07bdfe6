package io.weft.activities.settings;

import io.weft.activities.secret.Secret;
import io.weft.activities.secret.Secrets;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.activities.yaml.YamlNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves {@code ${env:NAME}} and {@code ${secret:name}} while settings are read. What leads to
 * nothing becomes a problem at its line; the value written in place of a secret is never repeated.
 */
public final class References {
  private static final Secret MISSING = Secret.of("missing");

  private final Secrets secrets;
  private final ConfigErrors errors;
  private final Unresolved unresolved;

  /** What a reference that leads to nothing is. */
  enum Unresolved {
    PROBLEM,
    /** For a check away from the machine that has the secrets. */
    WARNING
  }

  public References(Secrets secrets, ConfigErrors errors) {
    this(secrets, errors, Unresolved.PROBLEM);
  }

  References(Secrets secrets, ConfigErrors errors, Unresolved unresolved) {
    this.secrets = secrets;
    this.errors = errors;
    this.unresolved = unresolved;
  }

  /** The secret that must stand under a key. */
  Secret secret(YamlNode node, String key) {
    if (!node.has(key)) {
      note(node.child(key), "is missing", "Write " + key + ": ${env:NAME} or ${secret:name}");
      return MISSING;
    }
    return secret(node.child(key));
  }

  /** The secret under a key; null if the key is missing. */
  @Nullable Secret optionalSecret(YamlNode node, String key) {
    return node.has(key) ? secret(node.child(key)) : null;
  }

  /** The secret that this value refers to. */
  Secret secret(YamlNode value) {
    return find(value).orElse(MISSING);
  }

  private Optional<Secret> find(YamlNode value) {
    if (!value.isScalar()) {
      note(value, "must be a reference to one secret", "Write ${env:NAME} or ${secret:name}");
      return Optional.empty();
    }
    try {
      return Optional.of(secrets.resolve(value.text()));
    } catch (IllegalArgumentException e) {
      String remedy = "Set it, or refer to another one by ${env:NAME} or ${secret:name}";
      if (unresolved == Unresolved.WARNING && Secrets.isReference(value.text())) {
        errors.warn(entry(value, sentence(e), remedy));
      } else {
        note(value, sentence(e), remedy);
      }
      return Optional.empty();
    }
  }

  /** A text that must stand under a key, itself or behind a reference; "" if it leads nowhere. */
  String text(YamlNode node, String key) {
    String text = node.text(key);
    return Secrets.isReference(text) ? find(node.child(key)).map(Secret::reveal).orElse("") : text;
  }

  /** A text under a key, itself or behind a reference, or the given one if the key is missing. */
  String text(YamlNode node, String key, String otherwise) {
    return node.has(key) ? text(node, key) : otherwise;
  }

  private void note(YamlNode at, String what, String remedy) {
    errors.note(entry(at, what, remedy));
  }

  private static ConfigErrors.Entry entry(YamlNode at, String what, String remedy) {
    String where = at.where();
    int colon = where.lastIndexOf(':');
    int line = Integer.parseInt(where.substring(colon + 1));
    return new ConfigErrors.Entry(where.substring(0, colon), line, at.path(), "", what, remedy);
  }

  private static String sentence(IllegalArgumentException e) {
    return String.valueOf(e.getMessage());
  }
}
