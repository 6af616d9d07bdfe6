package io.weft.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.client.WorkflowServiceException;
import io.weft.workflows.client.CannotConnect;
import io.weft.workflows.desk.DeskException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every failure into words, a next step and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Session session;

  Failures(Session session) {
    this.session = session;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, @Nullable ParseResult parsed) {
    session.output().error(words(failure));
    if (session.isVerbose()) {
      session.output().trace(failure);
    }
    return exitCode(failure);
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    if (!command.getSubcommands().isEmpty() && isWithoutVerb(failure)) {
      command.usage(err, command.getColorScheme());
      return ExitCodes.USAGE;
    }
    session.output().error(words(failure));
    err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCodes.USAGE;
  }

  private static String words(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    boolean unknown =
        failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption();
    if (unknown && !command.getSubcommands().isEmpty()) {
      return "There is no command '"
          + ((UnmatchedArgumentException) failure).getUnmatched().get(0)
          + "' here: expected one of "
          + String.join(", ", command.getSubcommands().keySet())
          + ".";
    }
    return String.valueOf(failure.getMessage());
  }

  private static boolean isWithoutVerb(ParameterException failure) {
    return String.valueOf(failure.getMessage()).startsWith("Missing required subcommand");
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof CommandFailure known) {
      return known.exitCode();
    } else if (failure instanceof CannotConnect || isAway(failure)) {
      return ExitCodes.UNREACHABLE;
    }
    return ExitCodes.FAILED;
  }

  private static String words(Exception failure) {
    if (failure instanceof CannotConnect) {
      return failure.getMessage() + " Here also: --address HOST:PORT and --namespace NAME.";
    } else if (failure instanceof CommandFailure || failure instanceof DeskException) {
      return String.valueOf(failure.getMessage());
    } else if (isAway(failure)) {
      return "Temporal stopped answering ("
          + Status.fromThrowable(failure).getCode()
          + "): try again; what was told before that is kept. Is the server up?";
    }
    return "This was not foreseen: "
        + failure
        + ". Run it again with --verbose and report what it prints.";
  }

  private static boolean isAway(Exception failure) {
    return failure instanceof WorkflowServiceException || failure instanceof StatusRuntimeException;
  }
}
