package io.weft.cli.load;

import io.weft.cli.Confirmation;
import io.weft.cli.ExitCodes;
import io.weft.cli.Order;
import io.weft.cli.Output;
import io.weft.cli.Session;
import io.weft.cli.Texts;
import io.weft.workflows.load.ReviewPair;
import io.weft.workflows.load.ReviewPair.Decided;
import io.weft.workflows.load.ReviewPair.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Takes decisions about pairs: named ones, all with one kind of evidence, or those of a file. */
@Command
final class ReviewTellCommand implements Callable<Integer> {
  private final Session session;
  private final List<Decision> wanted;

  @Mixin private final Scope scope = new Scope();
  @Mixin private final Order order = new Order();
  @Mixin private final Confirmation confirmation = new Confirmation();

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "ID",
      description = "Pairs, by the id that weft load review list shows.")
  List<String> ids = new ArrayList<>();

  @Option(
      names = "--evidence",
      paramLabel = "KIND",
      description = "All pairs with this kind of evidence, for example tax-number.")
  @Nullable String evidence;

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description = "The lines of this CSV that say so in their column 'decision'.")
  @Nullable Path from;

  ReviewTellCommand(Session session, List<Decision> wanted) {
    this.session = session;
    this.wanted = wanted;
  }

  @Override
  public Integer call() {
    order.check();
    requireOneWay();
    ReviewFile file = from == null ? null : ReviewFile.read(from);
    List<ReviewFile.Row> rows = file == null ? named() : said(file);
    List<ReviewFile.Fault> faults = file == null ? List.of() : file.faults();
    if (rows.isEmpty()) {
      return report(rows, new Decisions.Result(0, 0, 0, faults, 0));
    }
    Decisions decisions = new Decisions(session, scope, order);
    Decisions.Result checked = decisions.check(rows).with(faults);
    if (!checked.faults().isEmpty() || order.isDryRun()) {
      return report(rows, checked);
    }
    if (rows.size() > 1 && !confirmation.isGiven(session, question(rows))) {
      return ExitCodes.FAILED;
    }
    return report(rows, decisions.apply(rows));
  }

  private void requireOneWay() {
    scope.object();
    scope.legalEntity();
    int ways = (ids.isEmpty() ? 0 : 1) + (evidence == null ? 0 : 1) + (from == null ? 0 : 1);
    if (wanted.size() > 1 && (from == null || ways > 1)) {
      throw usage("Which decisions? decide takes them from a file: --from FILE.");
    } else if (ways == 0) {
      throw usage("Which pairs? Name their ids, or --evidence KIND, or --from FILE.");
    } else if (ways > 1) {
      throw usage("Ids, --evidence and --from exclude each other: it is not clear what is meant.");
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(scope.spec.commandLine(), message);
  }

  private List<ReviewFile.Row> named() {
    Decision decision = wanted.get(0);
    List<Decided> decided =
        evidence == null
            ? ids.stream().distinct().map(id -> new Decided(id, decision, null, null)).toList()
            : new Reviews(session, scope)
                .all(evidence).stream().map(pair -> decided(pair, decision)).toList();
    return decided.stream().map(one -> new ReviewFile.Row(0, one)).toList();
  }

  private static Decided decided(ReviewPair pair, Decision decision) {
    return new Decided(pair.id(), decision, pair.creatioKey(), pair.d365Key());
  }

  /** What the file says of the decisions that are wanted. */
  private List<ReviewFile.Row> said(ReviewFile read) {
    List<ReviewFile.Row> rows =
        read.rows().stream().filter(row -> wanted.contains(row.decided().decision())).toList();
    int others = read.rows().size() - rows.size();
    if (others > 0) {
      session.output().note(Texts.count(others, "line") + " with the other decision left out.");
    }
    return rows;
  }

  private static String question(List<ReviewFile.Row> rows) {
    long accepted =
        rows.stream().filter(row -> row.decided().decision() == Decision.ACCEPT).count();
    return "Accept " + accepted + " and reject " + (rows.size() - accepted) + " pairs?";
  }

  private int report(List<ReviewFile.Row> rows, Decisions.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dryRun", order.isDryRun());
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("decisions", rows.size());
    json.put("result", result);
    session.show(json, () -> text(rows, result));
    if (!result.faults().isEmpty()) {
      return ExitCodes.FAILED;
    }
    return rows.isEmpty() ? ExitCodes.NO_MATCH : ExitCodes.DONE;
  }

  private void text(List<ReviewFile.Row> rows, Decisions.Result result) {
    Output output = session.output();
    if (!result.faults().isEmpty()) {
      result.faults().forEach(fault -> output.line(fault.words()));
      String wrong = Texts.count(result.faults().size(), "mistake") + ". ";
      output.note(
          wrong
              + (result.applied() == 0
                  ? "Nothing was applied."
                  : "Only the first " + result.applied() + " decisions were applied."));
    } else if (rows.isEmpty()) {
      output.note("There is no decision to take: nothing was done.");
    } else {
      output.line(
          (order.isDryRun() ? "A dry run, nothing was applied. It would be: " : "")
              + result.accepted()
              + " accepted, "
              + result.rejected()
              + " rejected, "
              + result.unchanged()
              + " decided so before.");
    }
  }
}
