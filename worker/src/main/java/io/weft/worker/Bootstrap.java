package io.weft.worker;

import io.weft.activities.secret.Secrets;
import io.weft.activities.settings.Source;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.yaml.ConfigErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a worker starts from: the {@code WEFT_} variables and the settings file that they name.
 *
 * @param settings everything in the file
 * @param acceptEnvironment the environment that an admin has moved the store to; "" for none
 * @param environment the whole process environment, for Temporal's own variables
 * @param warnings what is allowed but hardly meant, a line each
 */
record Bootstrap(
    WeftSettings settings,
    String acceptEnvironment,
    Map<String, String> environment,
    List<String> warnings) {
  private static final String PREFIX = "WEFT_";
  private static final String CONFIG = "WEFT_CONFIG";
  private static final String DB_URL = "WEFT_DB_URL";
  private static final String MASTER_KEY = "WEFT_MASTER_KEY";
  private static final String SECRETS_DIR = "WEFT_SECRETS_DIR";
  private static final String LOG = "WEFT_LOG";
  private static final String ACCEPT = "WEFT_ACCEPT_ENVIRONMENT";
  private static final String LOG_LEVEL = "WEFT_LOG_LEVEL";
  private static final List<String> KNOWN =
      List.of(CONFIG, DB_URL, MASTER_KEY, SECRETS_DIR, LOG, LOG_LEVEL, ACCEPT);

  Bootstrap {
    environment = new LinkedHashMap<>(environment);
    warnings = List.copyOf(warnings);
  }

  /** What is wrong, a line each. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    Refused(List<String> problems) {
      super(String.join("\n", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  /**
   * Reads everything.
   *
   * @throws Refused naming every problem of variables and file
   */
  static Bootstrap read(Map<String, String> environment) throws Refused {
    List<String> problems = new ArrayList<>();
    Source source = source(environment, problems);
    ConfigErrors errors = new ConfigErrors();
    WeftSettings settings = source == null ? null : WeftSettings.read(source, errors);
    problems.addAll(variables(environment, source == null ? "" : source.text()));
    errors.entries().forEach(entry -> problems.add(entry.toString()));
    if (settings == null || !problems.isEmpty()) {
      throw new Refused(problems);
    }
    return new Bootstrap(
        settings,
        environment.getOrDefault(ACCEPT, ""),
        environment,
        errors.warnings().stream().map(ConfigErrors.Entry::toString).toList());
  }

  private static @Nullable Source source(Map<String, String> environment, List<String> problems) {
    String directory = environment.get(SECRETS_DIR);
    Path file = Path.of(environment.getOrDefault(CONFIG, "weft.yaml"));
    try {
      Secrets secrets = new Secrets(environment, directory == null ? null : Path.of(directory));
      return Source.of(file, secrets, environment.get(DB_URL));
    } catch (IOException e) {
      problems.add(
          file
              + ": cannot be read. Name your settings file in "
              + CONFIG
              + ", or start beside it.");
      return null;
    }
  }

  /** A name of ours that means nothing is a typing error, unless the file refers to it. */
  private static List<String> variables(Map<String, String> environment, String text) {
    List<String> problems = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      boolean meant = KNOWN.contains(name) || text.contains("${env:" + name + "}");
      if (name.startsWith(PREFIX) && !meant) {
        problems.add(name + ": is no variable that Weft knows. Expected one of " + KNOWN + ".");
      }
    }
    String log = environment.getOrDefault(LOG, "text");
    if (!log.equals("text") && !log.equals("json")) {
      problems.add(LOG + " '" + log + "': is no form of log. Write text or json.");
    }
    return problems;
  }
}
