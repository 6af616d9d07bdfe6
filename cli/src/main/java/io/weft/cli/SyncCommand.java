package io.weft.cli;

import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.RecordRef;
import java.util.ArrayList;
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
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has records looked at now, instead of when their next change is found. */
@Command(
    name = "sync",
    description = "Reconciles records now: both sides are read, and what differs is written.",
    footer = {
      "%nExamples:",
      "  weft sync account 6f1c0e7a-51d4-4f0a-9c3b-0a1b2c3d4e5f --reason \"asked by sales\"",
      "  weft sync customer usmf/US-001 usmf/US-002 --dry-run",
      "  weft sync sales-order 000901 000902 --legal-entity usmf --reason \"totals differ\"",
      "  weft sync order-sales-order usmf/000901 --dry-run",
      "",
      "An object's own name takes records of both systems: an id is one of Creatio's."
    })
final class SyncCommand implements Callable<Integer> {
  private static final int MOST = 1000;

  private final Session session;

  @Spec CommandSpec spec;
  @Mixin private final Order order = new Order();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = SyncKind.Known.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  String kind;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RECORD",
      description = "In Creatio by id, in D365 by legal entity and number.")
  List<String> keys = new ArrayList<>();

  @Option(
      names = "--legal-entity",
      paramLabel = "LE",
      description = "The legal entity of all records of D365 named, which then need a number only.")
  @Nullable String legalEntity;

  SyncCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    order.check();
    List<RecordRef> records = records();
    return order.isDryRun() ? preview(records) : sync(records);
  }

  private List<RecordRef> records() {
    if (keys.size() > MOST) {
      throw new ParameterException(
          spec.commandLine(), keys.size() + " records: name at most " + MOST + " at a time.");
    }
    try {
      SyncKind named = SyncKind.of(kind);
      LegalEntity all = SyncKind.legalEntityOption(legalEntity);
      return keys.stream().map(key -> named.record(key, all)).distinct().toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int sync(List<RecordRef> records) {
    List<String> workflows = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    byLegalEntity(records)
        .forEach(
            (legalEntity, some) -> {
              Answer.SyncStarted started = start(some);
              workflows.addAll(started.workflowIds());
              notes.addAll(started.notes());
            });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("who", order.who());
    json.put("reason", order.why());
    json.put("workflows", workflows);
    json.put("notes", notes);
    session.show(json, () -> text(workflows, notes));
    return workflows.isEmpty() ? ExitCodes.NO_MATCH : ExitCodes.DONE;
  }

  private Answer.SyncStarted start(List<RecordRef> records) {
    RecordRef first = records.get(0);
    return session.ask(
        new Question.SyncNow(
            first.object(),
            first.side(),
            records.stream().map(RecordRef::key).toList(),
            first.legalEntity(),
            order.who(),
            order.why()),
        Answer.SyncStarted.class);
  }

  /** A question is about one legal entity; accounts of Creatio have none. */
  private static Map<String, List<RecordRef>> byLegalEntity(List<RecordRef> records) {
    Map<String, List<RecordRef>> groups = new LinkedHashMap<>();
    for (RecordRef record : records) {
      LegalEntity legalEntity = record.legalEntity();
      String group = legalEntity == null ? "" : legalEntity.id();
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(record);
    }
    return groups;
  }

  private void text(List<String> workflows, List<String> notes) {
    Output output = session.output();
    workflows.forEach(output::line);
    notes.forEach(output::note);
    if (workflows.isEmpty()) {
      output.note("Nothing was started.");
    } else {
      output.note(
          "Told as "
              + order.who()
              + ". They look at their records now; see what was written with"
              + " weft audit show "
              + Texts.shell(workflows.get(0)));
    }
  }

  private int preview(List<RecordRef> records) {
    List<Answer.PreviewReport> reports = new ArrayList<>();
    for (RecordRef record : records) {
      reports.add(session.ask(new Question.Preview(record.path()), Answer.PreviewReport.class));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dryRun", true);
    json.put("previews", reports.stream().map(PreviewText::json).toList());
    PreviewText text = new PreviewText(session.output());
    session.show(json, () -> reports.forEach(report -> text.show(report, "this was a dry run")));
    return ExitCodes.DONE;
  }
}
