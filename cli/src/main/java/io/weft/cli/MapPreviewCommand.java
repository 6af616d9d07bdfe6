package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What would be sent for a record now, field by field, and why. Writes nothing. */
@Command(
    name = "preview",
    description = {
      "Shows what would be sent for a record now, field by field, and why. Writes nothing.",
      "For a record that is not linked yet: where it would go, and what it would begin with."
    },
    footer = {
      "%nExamples:",
      "  weft map preview account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f",
      "  weft map preview account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f --legal-entity demf",
      "  weft map preview sales-order usmf/000901"
    })
final class MapPreviewCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "OBJECT",
      completionCandidates = SyncKind.Known.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  String kind;

  @Parameters(
      index = "1",
      paramLabel = "RECORD",
      description = "In Creatio by id, in D365 by legal entity and number.")
  String key;

  @Option(
      names = "--legal-entity",
      paramLabel = "LE",
      description = "Of a record linked in several the one meant; else the leading one.")
  @Nullable String legalEntity;

  MapPreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Answer.PreviewReport report =
        session.ask(new Question.Preview(path()), Answer.PreviewReport.class);
    PreviewText text = new PreviewText(session.output());
    session.show(PreviewText.json(report), () -> text.show(report, "this was a preview"));
    return ExitCodes.DONE;
  }

  /** Of a pair where the legal entity is named, else of the record. */
  private String path() {
    try {
      SyncKind named = SyncKind.of(kind);
      LegalEntity there = SyncKind.legalEntityOption(legalEntity);
      return there != null && named.isCreatioId(key)
          ? new PairId(named.object(), there, key).path()
          : named.record(key, there).path();
    } catch (IllegalArgumentException e) {
      String words = String.valueOf(e.getMessage()).replace("weft sync ", "weft map preview ");
      throw new ParameterException(spec.commandLine(), words, e);
    }
  }
}
