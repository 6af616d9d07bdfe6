package io.weft.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The question before something is done to many at once. */
public final class Confirmation {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(names = "--yes", description = "Do not ask before a change to many records.")
  boolean yes;

  /**
   * Whether to go on. Where nobody can be asked, going on needs {@code --yes}.
   *
   * @param question without the answers to it, for example {@code Retry these 312 records?}
   */
  public boolean isGiven(Session session, String question) {
    if (yes) {
      return true;
    }
    if (!session.terminal().isInteractive()) {
      throw new ParameterException(
          spec.commandLine(),
          question
              + " Nobody can be asked here: add --yes, or see first what would happen with"
              + " --dry-run.");
    }
    session.output().note(question + " [y/N]");
    boolean given = isYes(session.terminal().readLine());
    if (!given) {
      session.output().note("Nothing was done.");
    }
    return given;
  }

  private static boolean isYes(@Nullable String answer) {
    String word = answer == null ? "" : answer.strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }
}
