package io.weft.cli.load;

import io.weft.cli.Session;
import io.weft.workflows.load.ReviewPair.Decision;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code weft load review}: pairs that may be the same company. */
@Command(
    name = "review",
    description = {
      "Lists pairs that may be the same company or person, and takes your decisions.",
      "In bulk: list them to a file, write accept or reject into its column 'decision', and hand it"
          + " back to decide."
    })
final class ReviewCommands {
  private ReviewCommands() {}

  /** The command with its verbs. */
  static CommandLine tree(Session session) {
    return new CommandLine(new ReviewCommands())
        .addSubcommand(new ReviewListCommand(session))
        .addSubcommand("accept", new ReviewTellCommand(session, List.of(Decision.ACCEPT)))
        .addSubcommand("reject", new ReviewTellCommand(session, List.of(Decision.REJECT)))
        .addSubcommand("decide", new ReviewTellCommand(session, List.of(Decision.values())));
  }
}
