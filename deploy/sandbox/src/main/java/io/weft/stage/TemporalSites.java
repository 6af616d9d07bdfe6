package io.weft.stage;

import io.temporal.testing.TemporalDevServer;
import io.temporal.testing.TemporalDevServerOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds a Temporal: the one that is named, else one that can be started here. */
public final class TemporalSites {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TemporalSites() {}

  /**
   * The server that {@code TEMPORAL_ADDRESS} names; else the {@code temporal} command or a {@code
   * temporal-server} of the search path, started for this run; else one in this process.
   *
   * @param directory where a started server may keep files
   * @throws io.weft.workflows.client.CannotConnect if the named server does not answer
   * @throws NotSeen if a program was found but does not get up
   */
  public static TemporalSite open(Map<String, String> environment, Path directory) {
    if (isNamed(environment)) {
      return named(environment);
    }
    String path = environment.getOrDefault("PATH", "");
    Optional<Path> command = find("temporal", path);
    if (command.isPresent()) {
      return devServer(command.get());
    }
    Optional<Path> server = find("temporal-server", path);
    return server.isPresent()
        ? ServerProcess.start(server.get(), directory, PATIENCE)
        : InMemoryTemporal.start();
  }

  /** Whether a server is named by its address. */
  public static boolean isNamed(Map<String, String> environment) {
    return !environment.getOrDefault("TEMPORAL_ADDRESS", "").isBlank();
  }

  /** The server that the variables name; not looked at yet. */
  public static TemporalSite named(Map<String, String> environment) {
    Map<String, String> own = new LinkedHashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("TEMPORAL_")) {
            own.put(name, value);
          }
        });
    String namespace = environment.getOrDefault("TEMPORAL_NAMESPACE", "");
    return new TemporalSite(
        "the server that TEMPORAL_ADDRESS names",
        environment.getOrDefault("TEMPORAL_ADDRESS", ""),
        namespace.isBlank() ? TemporalSite.STANDARD_NAMESPACE : namespace,
        null,
        own,
        false,
        () -> {});
  }

  private static TemporalSite devServer(Path command) {
    int uiPort = Ports.free();
    TemporalDevServer server =
        TemporalDevServer.start(
            TemporalSite.STANDARD_NAMESPACE,
            TemporalDevServerOptions.newBuilder()
                .setExistingPath(command.toString())
                .setDownloadEnabled(false)
                .setIp("127.0.0.1")
                .setUi(true)
                .setUiPort(uiPort)
                .setLogLevel("error")
                .setStartupTimeout(PATIENCE)
                .setExtraArgs("--dynamic-config-value", "system.enableActivityEagerExecution=true")
                .build());
    return TemporalSite.local(
        "a development server (" + command + "), in memory: lost on exit",
        server.getTarget(),
        "http://127.0.0.1:" + uiPort,
        server::close);
  }

  /** The first executable of that name on a search path. */
  static Optional<Path> find(String name, String searchPath) {
    for (String directory : searchPath.split(Pattern.quote(File.pathSeparator))) {
      Path file = Path.of(directory.isEmpty() ? "." : directory, name);
      if (!directory.isEmpty() && Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }
}
