package io.weft.cli.load;

import io.weft.cli.CommandFailure;
import io.weft.cli.ExitCodes;
import io.weft.cli.Session;
import io.weft.cli.SyncKind;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A load as people name it: object, legal entity and number, of which the last or the last two may
 * be missing.
 *
 * @param number null for the newest
 */
record LoadName(
    SyncObjectName object, @Nullable LegalEntity legalEntity, @Nullable Integer number) {

  /** Reads a name; throws a usage error for what is none. */
  static LoadName of(String text, CommandSpec spec) {
    List<String> parts = new ArrayList<>(Arrays.asList(text.split("/", -1)));
    if (parts.get(0).equals("load")) {
      parts.remove(0);
    }
    if (parts.isEmpty() || parts.size() > 3) {
      throw unclear(text, spec);
    }
    SyncObjectName object = object(parts.get(0), spec);
    LegalEntity legalEntity = parts.size() < 2 ? null : Scope.legalEntityOf(parts.get(1));
    Integer number = parts.size() < 3 ? null : number(parts.get(2));
    if ((parts.size() > 1 && legalEntity == null) || (parts.size() > 2 && number == null)) {
      throw unclear(text, spec);
    }
    return new LoadName(object, legalEntity, number);
  }

  /** The load itself; asks a worker for the newest where the number is missing. */
  LoadId find(Session session) {
    if (legalEntity != null && number != null) {
      return new LoadId(object, legalEntity, number);
    }
    Question.Loads question = new Question.Loads(object, legalEntity, false);
    return session.ask(question, Answer.LoadList.class).loads().stream()
        .findFirst()
        .map(Answer.LoadLine::load)
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCodes.NO_MATCH,
                    "There is no load of "
                        + object
                        + (legalEntity == null ? "" : " in " + legalEntity)
                        + ": weft load list shows all, weft load plan makes a plan."));
  }

  private static SyncObjectName object(String word, CommandSpec spec) {
    try {
      return SyncKind.of(word).object();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static @Nullable Integer number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number > 0 ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static ParameterException unclear(String text, CommandSpec spec) {
    return new ParameterException(
        spec.commandLine(),
        "'"
            + text
            + "' names no load: write account-customer/usmf/3, or account/usmf for the newest.");
  }
}
