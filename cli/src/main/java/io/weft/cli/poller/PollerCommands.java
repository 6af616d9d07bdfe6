package io.weft.cli.poller;

import io.weft.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weft poller}: what follows the changes of both systems. */
@Command(
    name = "poller",
    description = {
      "Shows, starts, pauses and resets what follows the changes of both systems.",
      "There is a poller per legal entity of D365, and the sweep of Creatio."
    })
public final class PollerCommands {
  private PollerCommands() {}

  /** The command with its verbs. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new PollerCommands())
        .addSubcommand(new StatusCommand(session))
        .addSubcommand(new StartCommand(session))
        .addSubcommand(new PauseCommand(session))
        .addSubcommand(new ResumeCommand(session))
        .addSubcommand(new ResetCommand(session));
  }
}
