package io.weft.cli.load;

import io.weft.cli.ExitCodes;
import io.weft.cli.ObjectFilter;
import io.weft.cli.Session;
import io.weft.cli.SyncKind;
import io.weft.cli.Table;
import io.weft.cli.Times;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadActivities.Ending;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** All loads and plans there were. */
@Command(name = "list", description = "Lists loads and plans, the newest first.")
final class ListCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final ObjectFilter object = new ObjectFilter();

  @Option(names = "--legal-entity", paramLabel = "LE", description = "Only of this legal entity.")
  @Nullable String legalEntity;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Answer.LoadLine> loads = session.ask(question(), Answer.LoadList.class).loads();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("loads", loads);
    session.show(json, () -> text(loads));
    return ExitCodes.DONE;
  }

  private Question.Loads question() {
    try {
      String slug = object.slug();
      return new Question.Loads(
          slug == null ? null : SyncKind.of(slug).object(),
          SyncKind.legalEntityOption(legalEntity),
          false);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void text(List<Answer.LoadLine> loads) {
    if (loads.isEmpty()) {
      session.output().text("There are none.");
      return;
    }
    Table table = Table.of("!LOAD", "!KIND", "!STATE", "!STARTED", "RESULT");
    for (Answer.LoadLine line : loads) {
      Ending ending = line.ending();
      table.row(
          Scope.shortName(line.load()),
          line.planOnly() ? "plan" : "load",
          ending == null ? "open" : Choices.word(ending),
          Times.exact(line.startedAt()),
          line.conclusion());
    }
    session.output().table(table);
  }
}
