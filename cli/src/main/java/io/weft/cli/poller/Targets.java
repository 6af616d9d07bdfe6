package io.weft.cli.poller;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which pollers are meant: those named, or all that a worker is set up for. */
final class Targets {
  /** The connection of every installation; a worker starts its sweep under this name. */
  private static final Target SWEEP = new Target.Sweep("creatio");

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Parameters(
      paramLabel = "LE",
      arity = "0..*",
      description = "Legal entities, or creatio-sweep/creatio; none means all.")
  List<String> words = new ArrayList<>();

  boolean isAll() {
    return words.isEmpty();
  }

  /** Those named; throws a usage error for a word that cannot be one. */
  List<Target> named() {
    Set<Target> targets = new LinkedHashSet<>();
    for (String word : words) {
      try {
        targets.add(Target.of(word));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return List.copyOf(targets);
  }

  /** Those named; if none is, asks a worker which legal entities it is set up for. */
  List<Target> chosen(Session session) {
    if (!isAll()) {
      return named();
    }
    List<Target> all = new ArrayList<>(legalEntities(session));
    if (all.isEmpty()) {
      throw new CommandFailure(
          ExitCodes.NO_MATCH,
          "The worker has no object switched on in any legal entity: see objects in weft.yaml.");
    }
    all.add(SWEEP);
    return all;
  }

  /** The pollers that a worker has work for. */
  static List<Target> legalEntities(Session session) {
    Answer.StatusReport status = session.ask(new Question.Status(), Answer.StatusReport.class);
    Set<Target> all = new LinkedHashSet<>();
    for (Answer.ObjectStatus line : status.objects()) {
      boolean routed = line.legalEntity().matches("[A-Za-z0-9]{1,4}");
      if (routed && !line.mode().equals("off")) {
        all.add(Target.of(line.legalEntity()));
      }
    }
    return List.copyOf(all);
  }

  /** Whether a run of it is open. */
  static boolean isOpen(Session session, Target target) {
    return session.isOpen(target.workflowId());
  }
}
