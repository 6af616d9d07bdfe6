package io.weft.cli.load;

import io.weft.cli.Session;
import io.weft.workflows.desk.Desk.LoadVerb;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weft load}: two populated systems are brought in step. */
@Command(
    name = "load",
    description = {
      "Plans, starts and watches initial loads: all records of an object in a legal entity are"
          + " matched, linked and brought in step.",
      "Accounts with their customers come first, then contacts, which are matched within the account"
          + " that they belong to.",
      "A LOAD is named account-customer/usmf/3 or account/usmf/3; without its number it is the"
          + " newest one."
    })
public final class LoadCommands {
  private LoadCommands() {}

  /** The command with its verbs. */
  public static CommandLine tree(Session session) {
    return new CommandLine(new LoadCommands())
        .addSubcommand(new PlanCommand(session))
        .addSubcommand(new StartCommand(session))
        .addSubcommand(new StatusCommand(session))
        .addSubcommand(new ListCommand(session))
        .addSubcommand("pause", new TellCommand(session, LoadVerb.PAUSE))
        .addSubcommand("resume", new TellCommand(session, LoadVerb.RESUME))
        .addSubcommand("cancel", new TellCommand(session, LoadVerb.CANCEL))
        .addSubcommand(new ReportCommand(session))
        .addSubcommand(ReviewCommands.tree(session));
  }
}
