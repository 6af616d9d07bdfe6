package io.weft.cli.match;

import io.weft.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weft match}: how well companies are recognised. */
@Command(
    name = "match",
    description = {
      "Measures how well the same company is recognised on both sides.",
      "Reads and writes files only: no system, no worker."
    })
public final class MatchCommands {
  private MatchCommands() {}

  /** The command with its verbs. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new MatchCommands())
        .addSubcommand(new EvaluateCommand(session))
        .addSubcommand(new SampleCommand(session));
  }
}
