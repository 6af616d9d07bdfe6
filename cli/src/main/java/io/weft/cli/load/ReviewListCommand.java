package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.Table;
import io.weft.workflows.load.ReviewPair;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pairs that wait for a decision. */
@Command(name = "list", description = "Lists the pairs that wait for a decision, likeliest first.")
final class ReviewListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private final Scope scope = new Scope();

  @Option(
      names = "--evidence",
      paramLabel = "KIND",
      description = "Only pairs with this kind of evidence, for example tax-number.")
  @Nullable String evidence;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write them to this file as CSV, with an empty column for your decisions.")
  @Nullable Path out;

  ReviewListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<ReviewPair> pairs = new Reviews(session, scope).all(evidence);
    if (out != null) {
      write(pairs, out);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", out == null ? null : out.toString());
    json.put("pairs", pairs);
    session.show(json, () -> text(pairs));
    return ExitCodes.DONE;
  }

  private static void write(List<ReviewPair> pairs, Path file) {
    try (Writer writer = Files.newBufferedWriter(file);
        CSVPrinter printer = Csv.printer(writer, Csv.REVIEW)) {
      for (ReviewPair pair : pairs) {
        printer.printRecord(
            Csv.safe(
                pair.id(),
                "",
                score(pair),
                pair.creatioKey(),
                pair.creatioName(),
                pair.d365Key(),
                pair.d365Name(),
                String.join(" ", pair.evidence()),
                pair.agreements(),
                pair.contradictions()));
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCodes.FAILED, "'" + file + "' cannot be written (" + e + "): name another file.", e);
    }
  }

  private void text(List<ReviewPair> pairs) {
    if (pairs.isEmpty()) {
      session.output().text("No pair waits for a decision.");
      return;
    } else if (out != null) {
      session.output().line(pairs.size() + " pairs: " + out);
      session.output().note("Write accept or reject into the column 'decision', then: " + decide());
      return;
    }
    Table table = Table.of("!ID", "#SCORE", "!EVIDENCE", "CREATIO", "D365", "SHARED", "AGAINST IT");
    for (ReviewPair pair : pairs) {
      table.row(
          pair.id(),
          score(pair),
          String.join(" ", pair.evidence()),
          pair.creatioName() + " (" + pair.creatioKey() + ")",
          pair.d365Name() + " (" + pair.d365Key() + ")",
          pair.agreements(),
          pair.contradictions());
    }
    session.output().table(table);
  }

  private String decide() {
    return "weft load review decide "
        + scope.object()
        + " --legal-entity "
        + scope.legalEntity()
        + " --from "
        + out
        + " --reason \"...\"";
  }

  private static String score(ReviewPair pair) {
    return String.format(Locale.ROOT, "%.2f", pair.score());
  }
}
