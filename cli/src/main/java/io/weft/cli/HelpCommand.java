package io.weft.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help on weft, or on the command that is named by its words: {@code weft help parked retry}. */
@Command(name = "help", description = "Shows help on a command: weft help parked retry")
final class HelpCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The words of a command.")
  List<String> words = new ArrayList<>();

  @Override
  public Integer call() {
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        throw new ParameterException(
            command,
            "There is no command '"
                + word
                + "' here: expected one of "
                + String.join(", ", command.getSubcommands().keySet())
                + ".");
      }
      command = next;
    }
    command.usage(spec.commandLine().getOut(), command.getColorScheme());
    return ExitCodes.DONE;
  }
}
