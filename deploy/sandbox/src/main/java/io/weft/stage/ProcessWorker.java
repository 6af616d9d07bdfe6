package io.weft.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A worker in a process of its own, so that what it costs can be told from everything else. */
public final class ProcessWorker implements StageWorker {
  /** The largest heap in MB that it may take where nobody says more. */
  public static final int HEAP = 512;

  private static final String MAIN = "io.weft.worker.WeftWorker";
  private static final String LOG = "worker.log";
  private static final String GC_LOG = "worker-gc.log";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path directory;

  private ProcessWorker(Process process, int port, Path directory) {
    this.process = process;
    this.port = port;
    this.directory = directory;
  }

  /** Starts one from the class path of this program; the port is the one in its settings. */
  public static ProcessWorker start(Installation installation, int port) {
    return start(installation, port, HEAP);
  }

  /**
   * As {@link #start(Installation, int)}.
   *
   * @param heap the largest heap in MB that it may take, so that memory figures mean something
   */
  public static ProcessWorker start(Installation installation, int port, int heap) {
    Path directory = installation.directory();
    ProcessWorker worker = new ProcessWorker(run(installation, heap), port, directory);
    try {
      Await.until(PATIENCE, "a worker that takes hints", worker::isReady);
      return worker;
    } catch (RuntimeException e) {
      worker.close();
      throw e;
    }
  }

  /** Processor time since its start. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow(() -> new NotSeen("no processor times"));
  }

  /**
   * Memory in kB, as the system counts it; empty where the system does not tell.
   *
   * @param line {@code VmRSS} for now, {@code VmHWM} for the highest so far
   */
  public OptionalLong memory(String line) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(text -> text.startsWith(line + ":"))
          .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Makes it collect all garbage and asks what is left; empty where the JVM cannot be asked. */
  public Optional<LiveHeap> liveHeap() {
    return LiveHeap.of(process.pid());
  }

  /** The most MB of heap that were in use, garbage included, when a collection began. */
  public OptionalLong mostUsedHeap() {
    return GcLog.mostUsed(directory.resolve(GC_LOG));
  }

  @Override
  public String gateway() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Process run(Installation installation, int heap) {
    Path log = installation.directory().resolve(LOG);
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap + "m",
                GcLog.option(installation.directory().resolve(GC_LOG)),
                "-XX:+UseParallelGC", // for throughput, as docs/performance.md advises
                "-XX:TieredStopAtLevel=1", // two cores: the second compiler takes one for minutes
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("WEFT_"));
    environment.putAll(installation.environment());
    try {
      return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException("a worker cannot be started", e);
    }
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new NotSeen("the worker ended by itself: " + lastWords());
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway() + "/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(directory.resolve(LOG));
      return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    } catch (IOException e) {
      return "it left no log";
    }
  }
}
