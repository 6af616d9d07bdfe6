package io.weft.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** On whose word and why: what every changing command asks for. */
public final class Order {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = "--reason",
      paramLabel = "WHY",
      description = "Why; it goes to the audit with your name.")
  @Nullable String reason;

  @Option(
      names = "--who",
      paramLabel = "NAME",
      description = "Your name; else the name you are signed in with here.")
  @Nullable String who;

  @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
  boolean dryRun;

  /** To be called before anything else: a change without a reason is a usage error. */
  public void check() {
    if (!dryRun && (reason == null || reason.isBlank())) {
      throw new ParameterException(
          spec.commandLine(),
          "A reason is missing: say why with --reason \"...\"; it goes to the audit with your name"
              + " ("
              + who()
              + ").");
    }
  }

  /** Whose word it is. */
  public String who() {
    return who == null || who.isBlank() ? System.getProperty("user.name", "unknown") : who.strip();
  }

  /** The reason given; empty only for a dry run. */
  public String why() {
    return reason == null ? "" : reason.strip();
  }

  /** Whether nothing may be done. */
  public boolean isDryRun() {
    return dryRun;
  }
}
