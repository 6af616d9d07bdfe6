package io.weft.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      scope = ScopeType.INHERIT,
      description = "text for people (default), json for scripts: one object.")
  Format format = Format.text;

  @Option(
      names = "--address",
      paramLabel = "HOST:PORT",
      scope = ScopeType.INHERIT,
      description = "Temporal's address; else TEMPORAL_ADDRESS, else 127.0.0.1:7233.")
  @Nullable String address;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "Temporal's namespace; else TEMPORAL_NAMESPACE, else default.")
  @Nullable String namespace;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      scope = ScopeType.INHERIT,
      description = "How long to wait for a worker's answer (30; doctor 120).")
  @Nullable Integer timeout;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  /** How data is written. Lower case, because people type these words. */
  public enum Format {
    text,
    json
  }

  /** How long to wait for an answer, where the command itself waits this long. */
  Duration patience(Duration usual) {
    if (timeout == null) {
      return usual;
    }
    if (timeout < 1 || timeout > 3600) {
      throw new ParameterException(
          spec.commandLine(), "--timeout " + timeout + ": 1 to 3600 seconds expected.");
    }
    return Duration.ofSeconds(timeout);
  }

  /** The environment, with what was said on the command line put over it. */
  Map<String, String> over(Map<String, String> environment) {
    Map<String, String> all = new LinkedHashMap<>(environment);
    if (address != null) {
      all.put("TEMPORAL_ADDRESS", address);
    }
    if (namespace != null) {
      all.put("TEMPORAL_NAMESPACE", namespace);
    }
    return all;
  }
}
