package io.weft.cli.parked;

import io.weft.cli.Session;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weft parked}: the records that wait for a person. */
@Command(
    name = "parked",
    description = {
      "Shows and releases records that wait for a person.",
      "A record also goes on by itself when it is corrected in its own system."
    })
public final class ParkedCommands {
  private ParkedCommands() {}

  /** The command with its verbs. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new ParkedCommands())
        .addSubcommand(new ListCommand(session))
        .addSubcommand(new ShowCommand(session))
        .addSubcommand(new RetryCommand(session))
        .addSubcommand(new AmendCommand(session))
        .addSubcommand(new LinkCommand(session))
        .addSubcommand(new ChooseCommand(session))
        .addSubcommand(new DiscardCommand(session));
  }
}
