package io.weft.demo;

import io.weft.bench.BenchCommand;
import io.weft.sandbox.SandboxCommand;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The jar's main: the demo, the sandbox, the benchmarks. */
@Command(
    name = "weft-demo",
    mixinStandardHelpOptions = true,
    description = "Weft in one process. Without a command: the demo.")
public final class Main implements Runnable {
  private static final String LOGGING = "logback.configurationFile";

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Before any logger is made: the worker's jar brings a configuration of its own.
    if (System.getProperty(LOGGING) == null) {
      System.setProperty(LOGGING, "stage/logback.xml");
    }
    String[] words = args.length == 0 ? new String[] {"demo"} : args;
    System.exit(command(System.getenv()).execute(words));
  }

  static CommandLine command(Map<String, String> environment) {
    return new CommandLine(new Main())
        .addSubcommand(new DemoCommand(environment))
        .addSubcommand(new SandboxCommand())
        .addSubcommand(BenchCommand.with(environment));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is expected");
  }
}
