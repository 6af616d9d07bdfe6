package io.weft.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The product's worker as a process of its own, which can be killed in the middle of anything. */
final class WorkerProcess implements AutoCloseable {
  private final Path directory;
  private final Map<String, String> environment;
  private final Http http;
  private volatile @Nullable Process process;

  WorkerProcess(Path directory, int port, Map<String, String> environment) {
    this.directory = directory;
    this.environment = new LinkedHashMap<>(environment);
    this.http = new Http("http://127.0.0.1:" + port);
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  void start() {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.weft.worker.WeftWorker")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("WEFT_"));
    builder.environment().putAll(environment);
    try {
      Files.writeString(log(), "--- start\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return directory.resolve("worker.log");
  }

  /** Waits until it is ready; fails at once if it ended instead. */
  void awaitReady() {
    Awaitility.await("the worker")
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(500))
        .failFast("the worker ended: " + log(), () -> !isAlive())
        .until(this::isReady);
  }

  boolean isReady() {
    return http.isUp("/health/ready");
  }

  private boolean isAlive() {
    Process running = process;
    return running != null && running.isAlive();
  }

  /** SIGKILL: nothing is put in order. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** The last lines it wrote. */
  String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
