package io.weft.demo;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and shows what Weft does. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a sandbox, a Temporal and a worker, and shows step by step what Weft does.",
      "Every step checks itself: exit code 0 only if all were seen to come true, else 1.",
      "Temporal: the server that TEMPORAL_ADDRESS names; else 'temporal' or 'temporal-server'"
          + " from the search path; else one in memory, without Web UI, lost on exit."
    })
final class DemoCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;
  @Mixin private Verbose verbose;

  @Option(names = "--stay", description = "Leave everything running until Ctrl-C.")
  private boolean stay;

  DemoCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    verbose.apply();
    PrintWriter out = spec.commandLine().getOut();
    boolean plain = environment.containsKey("NO_COLOR");
    Screen screen = new Screen(out, !plain && Ansi.AUTO.enabled());
    Demo demo = new Demo(environment, screen, Story.whole());
    return demo.run(stay ? new Stay(screen) : stage -> {});
  }
}
