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
        .addSubcommand("accept", accept(session))
        .addSubcommand("reject", reject(session))
        .addSubcommand("decide", decide(session));
  }

  private static CommandLine accept(Session session) {
    return verb(
        new ReviewTellCommand(session, List.of(Decision.ACCEPT)),
        "Links the pairs that you name: both records are the same company or person.",
        "Other pairs that one of the two might have been in are rejected with it. With --from, only"
            + " the lines of the file that say accept.");
  }

  private static CommandLine reject(Session session) {
    return verb(
        new ReviewTellCommand(session, List.of(Decision.REJECT)),
        "Keeps the pairs that you name apart for good: they are two companies or persons.",
        "Each of the two may still be linked with another. With --from, only the lines of the file"
            + " that say reject.");
  }

  private static CommandLine decide(Session session) {
    return verb(
        new ReviewTellCommand(session, List.of(Decision.values())),
        "Takes the decisions of a file: accept links the two, reject keeps them apart for good.",
        "If one line of the file is wrong, none is applied.");
  }

  private static CommandLine verb(ReviewTellCommand command, String... description) {
    CommandLine verb = new CommandLine(command);
    verb.getCommandSpec().usageMessage().description(description);
    return verb;
  }
}
