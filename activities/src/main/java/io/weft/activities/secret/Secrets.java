package io.weft.activities.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references to secrets: {@code ${env:NAME}} from the environment, {@code ${secret:name}}
 * from a file of that name in a directory, as orchestrators mount them.
 */
public final class Secrets {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{(env|secret):([A-Za-z0-9_][A-Za-z0-9._-]*)}");

  private final Map<String, String> environment;
  private final @Nullable Path directory;

  /**
   * Resolves from these sources only.
   *
   * @param directory where {@code ${secret:name}} finds its files; null where there is none
   */
  public Secrets(Map<String, String> environment, @Nullable Path directory) {
    this.environment = new LinkedHashMap<>(environment);
    this.directory = directory;
  }

  /** Whether the text has the form of a reference; anything else must not stand for a secret. */
  public static boolean isReference(String text) {
    return REFERENCE.matcher(text).matches();
  }

  /**
   * The secret behind a reference, read anew each time so that a rotated file is seen.
   *
   * @throws IllegalArgumentException naming the reference, if it is none or leads to nothing
   */
  public Secret resolve(String reference) {
    Matcher parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      // The text itself may be a secret that was pasted in, so it is not repeated here.
      throw new IllegalArgumentException(
          "a secret must be given as ${env:NAME} or ${secret:name}, never as a value");
    }
    String value = parts.group(1).equals("env") ? variable(parts.group(2)) : file(parts.group(2));
    if (value.isBlank()) {
      throw new IllegalArgumentException(reference + " is empty");
    }
    return Secret.of(value);
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the environment variable " + name + " is not set");
    }
    return value;
  }

  private String file(String name) {
    if (directory == null) {
      throw new IllegalArgumentException(
          "${secret:" + name + "} needs a directory of secrets, and none is set");
    }
    try {
      // Editors and shells end files with a line break that is no part of the secret.
      return Files.readString(directory.resolve(name), StandardCharsets.UTF_8)
          .replaceFirst("\\R+$", "");
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "${secret:" + name + "} cannot be read from " + directory, e);
    }
  }
}
