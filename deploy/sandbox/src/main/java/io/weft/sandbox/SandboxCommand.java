package io.weft.sandbox;

import io.weft.sandbox.control.Delays;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the sandbox. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description = "A working Creatio and D365 in one process, with faults on demand.")
public final class SandboxCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host;

  @Option(names = "--port", defaultValue = "8088", description = "Port; 0 for any free one.")
  private int port;

  @Option(names = "--seed", defaultValue = "42", description = "Number that all chance follows.")
  private long seed;

  @Option(names = "--accounts", defaultValue = "0", description = "Creatio accounts to make up.")
  private int accounts;

  @Option(names = "--customers", defaultValue = "0", description = "D365 customers to make up.")
  private int customers;

  @Option(names = "--contacts", defaultValue = "0", description = "Contact persons to make up.")
  private int contacts;

  @Option(
      names = "--overlap",
      defaultValue = "0.5",
      description = "Share of companies on both sides.")
  private double overlap;

  @Option(names = "--latency-ms", defaultValue = "0", description = "Delay of each answer.")
  private long latencyMs;

  @Option(
      names = "--write-ms",
      defaultValue = "0",
      description = "Time that each record takes to be written, also within a batch.")
  private long writeMs;

  @Option(
      names = "--data-dir",
      description =
          "Keep rows and journal in files of this directory, not in memory; they go away with the"
              + " sandbox.")
  private @Nullable Path directory;

  @Override
  public Integer call() throws InterruptedException {
    SandboxOptions options =
        new SandboxOptions(
            host,
            port,
            seed,
            accounts,
            customers,
            contacts,
            overlap,
            new Delays(Duration.ofMillis(latencyMs), Duration.ofMillis(writeMs)),
            directory);
    CountDownLatch ended = new CountDownLatch(1);
    Sandbox sandbox = Sandbox.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
    spec.commandLine().getOut().println("Sandbox: " + sandbox.url() + "/");
    spec.commandLine().getOut().flush();
    ended.await();
    sandbox.close();
    return 0;
  }
}
