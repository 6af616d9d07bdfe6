package io.weft.cli.match;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.cli.match.Evaluation.Judged;
import io.weft.cli.match.Evaluation.Outcome;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges pairs of which a person has said what they are, and counts what came out right. */
@Command(
    name = "evaluate",
    description = {
      "Judges labelled pairs as a load would, and says how often it is right.",
      "The file: CSV in UTF-8 with the columns left_name, right_name and label (same or different),",
      "and as many as you have of left_ and right_ id, customer_number, tax_number, email, web,",
      "phone, street, zip, city, country."
    },
    footer = {
      "%nExamples:",
      "  weft match evaluate pairs.csv",
      "  weft match evaluate pairs.csv -o json"
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", description = "The file of labelled pairs.")
  String file = "";

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many mistakes to show, the worst first (${DEFAULT-VALUE}).")
  int show;

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PairFile read = PairFile.read(text());
    if (!read.problems().isEmpty()) {
      session.show(Map.of("file", file, "problems", read.problems()), () -> problems(read));
      return ExitCodes.FAILED;
    }
    Evaluation evaluation = Evaluation.of(read.pairs());
    session.show(json(evaluation), () -> text(evaluation));
    return ExitCodes.DONE;
  }

  private String text() {
    try {
      return Files.readString(Path.of(file));
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitCodes.USAGE, "'" + file + "' is not UTF-8: save it as CSV UTF-8.", e);
    } catch (IOException | InvalidPathException e) {
      throw new CommandFailure(
          ExitCodes.USAGE,
          "'"
              + file
              + "' is not there or cannot be read. To try one: weft match sample --out"
              + " pairs.csv.",
          e);
    }
  }

  private void problems(PairFile read) {
    Table table = Table.of("#LINE", "FOUND", "WHAT TO DO");
    read.problems().forEach(bad -> table.row(bad.line(), bad.sentence(), bad.remedy() + "."));
    session.output().table(table);
    session.output().gap();
    session
        .output()
        .text(read.problems().size() + " problems in " + file + "; nothing was judged.");
  }

  private void text(Evaluation evaluation) {
    Output output = session.output();
    Table table = Table.of("LABEL", "#PAIRS", "#LINKED", "#REVIEW", "#APART");
    row(table, evaluation, true);
    row(table, evaluation, false);
    output.table(table);
    output.gap();
    output.line("precision of links:    " + percent(evaluation.precision()));
    output.line("recall, automatic:     " + percent(evaluation.recallAutomatic()));
    output.line("recall, with review:   " + percent(evaluation.recall()));
    mistakes(output, evaluation.mistakes());
  }

  private static void row(Table table, Evaluation evaluation, boolean same) {
    table.row(
        same ? PairColumns.SAME : PairColumns.DIFFERENT,
        evaluation.labelled(same),
        evaluation.count(same, Outcome.LINKED),
        evaluation.count(same, Outcome.REVIEW),
        evaluation.count(same, Outcome.APART));
  }

  private void mistakes(Output output, List<Judged> mistakes) {
    if (mistakes.isEmpty()) {
      return;
    }
    Table table = Table.of("#LINE", "!MISTAKE", "LEFT", "RIGHT", "#SCORE", "WHY");
    for (Judged judged : mistakes.stream().limit(Math.max(0, show)).toList()) {
      table.row(
          judged.pair().line(),
          judged.outcome() == Outcome.LINKED ? "linked" : "not found",
          judged.pair().left().name(),
          judged.pair().right().name(),
          judged.verdict().score(),
          judged.verdict().evidence().words());
    }
    output.gap();
    output.table(table);
    output.note(mistakes.size() + " mistakes in all.");
  }

  private Map<String, Object> json(Evaluation evaluation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("precision", figure(evaluation.precision()));
    json.put("recallAutomatic", figure(evaluation.recallAutomatic()));
    json.put("recall", figure(evaluation.recall()));
    json.put(PairColumns.SAME, counts(evaluation, true));
    json.put(PairColumns.DIFFERENT, counts(evaluation, false));
    json.put(
        "mistakes",
        evaluation.mistakes().stream()
            .limit(Math.max(0, show))
            .map(EvaluateCommand::json)
            .toList());
    return json;
  }

  private static Map<String, Object> counts(Evaluation evaluation, boolean same) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("pairs", evaluation.labelled(same));
    counts.put("linked", evaluation.count(same, Outcome.LINKED));
    counts.put("review", evaluation.count(same, Outcome.REVIEW));
    counts.put("apart", evaluation.count(same, Outcome.APART));
    return counts;
  }

  private static Map<String, Object> json(Judged judged) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("line", judged.pair().line());
    json.put("outcome", judged.outcome().name().toLowerCase(Locale.ROOT));
    json.put("left", judged.pair().left().name());
    json.put("right", judged.pair().right().name());
    json.put("score", judged.verdict().score());
    json.put("evidence", judged.verdict().evidence().words());
    return json;
  }

  private static @Nullable Double figure(double share) {
    return Double.isNaN(share) ? null : share;
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "not known" : String.format(Locale.ROOT, "%.2f %%", share * 100);
  }
}
