package io.weft.bench;

import io.weft.sandbox.control.Delays;
import io.weft.stage.Ending;
import io.weft.stage.NotSeen;
import io.weft.stage.ProcessWorker;
import io.weft.workflows.client.CannotConnect;
import io.weft.workflows.desk.DeskException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench bulk}. */
@Command(
    name = "bulk",
    mixinStandardHelpOptions = true,
    description =
        "An initial load of accounts, half of which both systems know: rate, cost, memory, check."
            + " The memory is that of the worker, a process of its own; sandbox and driver are"
            + " another. Every 15 seconds the worker collects all garbage: what is left is its live"
            + " heap.")
final class BulkCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Option(
      names = "--records",
      defaultValue = "5000",
      description = "Companies in each system (${DEFAULT-VALUE}).")
  private int records;

  @Option(
      names = "--baseline",
      description =
          "Do the same without Weft, by a bare loop that may have as many requests under way, and"
              + " print the ratio.")
  private boolean baseline;

  @Option(
      names = "--live-rate",
      defaultValue = "0",
      description = "Edits a second on linked companies while the load runs (${DEFAULT-VALUE}).")
  private int liveRate;

  @Option(
      names = "--at-once",
      defaultValue = "" + BulkWishes.AT_ONCE,
      description = "Requests under way to each system at most (${DEFAULT-VALUE}).")
  private int atOnce;

  @Option(
      names = "--latency-ms",
      defaultValue = "0",
      description = "Delay of each answer of either system (${DEFAULT-VALUE}).")
  private int latencyMs;

  @Option(
      names = "--write-ms",
      defaultValue = "0",
      description =
          "Time that either system takes for each record it writes, also within a batch"
              + " (${DEFAULT-VALUE}).")
  private int writeMs;

  @Option(
      names = "--plan-only",
      description = "Only plan the load: read, match and work out; write nothing.")
  private boolean planOnly;

  @Option(
      names = "--disk",
      description = "Keep the sandbox's rows and journal in files, for populations beyond memory.")
  private boolean disk;

  @Option(
      names = "--worker-heap",
      defaultValue = "" + ProcessWorker.HEAP,
      description = "Largest heap of the worker in MB (${DEFAULT-VALUE}).")
  private int heap;

  BulkCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    BulkWishes wishes = wishes();
    Setting setting = new Setting(environment, spec, command(wishes));
    check(setting);
    Report report = new Report(spec.commandLine().getOut(), setting.command(), Machine.here());
    BareLoop.Measured bare = baseline ? bare(report, wishes) : null;
    report.progress("making " + records + " companies in each system");
    try (Ending ending = Ending.ofThisThread();
        LoadGround ground = LoadGround.open(environment, wishes)) {
      Beside beside = new Beside(ground, liveRate);
      return new BulkBench(ground, report, beside).run(bare) ? 0 : 1;
    } catch (CannotConnect | NotSeen | DeskException | IllegalStateException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private BulkWishes wishes() {
    Delays delays = new Delays(Duration.ofMillis(latencyMs), Duration.ofMillis(writeMs));
    return new BulkWishes(records, delays, atOnce, planOnly, disk, heap);
  }

  private String command(BulkWishes wishes) {
    return wishes.command()
        + (baseline ? " --baseline" : "")
        + (liveRate > 0 ? " --live-rate " + liveRate : "");
  }

  private void check(Setting setting) {
    setting.requirePositive("--records", records);
    setting.requirePositive("--at-once", atOnce);
    setting.requireAtLeast(0, "--latency-ms", latencyMs);
    setting.requireAtLeast(0, "--write-ms", writeMs);
    setting.requireAtLeast(0, "--live-rate", liveRate);
    setting.requirePositive("--worker-heap", heap);
    setting.requireServer();
  }

  private static BareLoop.Measured bare(Report report, BulkWishes wishes) {
    report.progress("the bare loop");
    return BareLoop.run(wishes);
  }
}
