package io.weft.bench;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmarks. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Weft against the sandbox. TEMPORAL_ADDRESS must name a Temporal server: the one in"
          + " memory would be measured instead of Weft. match needs none."
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  private BenchCommand() {}

  /** The command with its subcommands. */
  public static CommandLine with(Map<String, String> environment) {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new LiveCommand(environment))
        .addSubcommand(new OrdersCommand(environment))
        .addSubcommand(new MixedCommand(environment))
        .addSubcommand(new BulkCommand(environment))
        .addSubcommand(new IdleCommand(environment))
        .addSubcommand(new GatewayCommand(environment))
        .addSubcommand(new MatchCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "live, orders, mixed, bulk, idle, gateway or match is expected");
  }
}
