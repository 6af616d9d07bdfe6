package io.weft.cli;

import io.weft.activities.secret.Secrets;
import io.weft.activities.settings.OfflineCheck;
import io.weft.activities.yaml.ConfigErrors;
import io.weft.workflows.desk.Answer.Level;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads settings and mappings as a worker would, without any system: the one offline command. */
@Command(
    name = "check",
    description = {
      "Reads weft.yaml and mappings/ beside it, and names every problem with file and line.",
      "Needs no system, no worker and no secret. What only the live systems know: weft doctor."
    },
    footer = {"%nExamples:", "  weft map check", "  weft map check deploy/weft.yaml -o json"})
final class MapCheckCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The settings file; else WEFT_CONFIG, else weft.yaml here.")
  @Nullable String file;

  MapCheckCommand(Session session) {
    this.session = session;
  }

  /** One line of the report. */
  private record Found(
      Level level, String file, int line, String key, String value, String what, String remedy) {
    static Found of(Level level, ConfigErrors.Entry entry) {
      return new Found(
          level,
          entry.file(),
          entry.line(),
          entry.key(),
          entry.value(),
          entry.what(),
          entry.remedy());
    }

    String where() {
      return file + ":" + line;
    }

    String sentence() {
      String shown = value.isEmpty() ? "" : " '" + value + "'";
      return (key + shown + (key.isEmpty() ? "" : ": ") + what + ".").strip();
    }
  }

  @Override
  public Integer call() {
    String named =
        file == null ? session.environment().getOrDefault("WEFT_CONFIG", "weft.yaml") : file;
    OfflineCheck check = check(named);
    List<Found> found = new ArrayList<>();
    check.problems().forEach(entry -> found.add(Found.of(Level.PROBLEM, entry)));
    check.warnings().forEach(entry -> found.add(Found.of(Level.WARNING, entry)));
    session.show(json(named, check, found), () -> text(named, check, found));
    return check.passed() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  private OfflineCheck check(String named) {
    String directory = session.environment().get("WEFT_SECRETS_DIR");
    try {
      Path secrets = directory == null ? null : Path.of(directory);
      return OfflineCheck.of(Path.of(named), new Secrets(session.environment(), secrets));
    } catch (IOException | InvalidPathException e) {
      throw new CommandFailure(
          ExitCodes.USAGE,
          "'"
              + named
              + "' is not there or cannot be read: name the settings file, as in"
              + " weft map check deploy/weft.yaml.",
          e);
    }
  }

  private static Map<String, Object> json(String file, OfflineCheck check, List<Found> found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("problems", check.problems().size());
    json.put("warnings", check.warnings().size());
    json.put("findings", found);
    return json;
  }

  private void text(String file, OfflineCheck check, List<Found> found) {
    Output output = session.output();
    if (!found.isEmpty()) {
      Table table = Table.of("!", "!WHERE", "FOUND", "WHAT TO DO");
      found.forEach(
          f -> table.row(Output.word(f.level()), f.where(), f.sentence(), f.remedy() + "."));
      output.table(table);
      output.gap();
    }
    String sum =
        Texts.count(check.problems().size(), "problem")
            + " and "
            + Texts.count(check.warnings().size(), "warning")
            + " in "
            + file
            + " and the mappings beside it.";
    output.text(found.isEmpty() ? "All is well: " + sum : sum);
  }
}
