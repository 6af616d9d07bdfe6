package io.weft.chaos;

import com.google.protobuf.util.Durations;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A Temporal server of our own: one process, on free ports, with its records in a file. */
final class TemporalServer implements AutoCloseable {
  private static final String BINARY = "WEFT_TEST_TEMPORAL_SERVER";
  static final String NAMESPACE = "chaos";

  private final ProcessBuilder program;
  private final String address;
  private final WorkflowServiceStubs stubs;
  private volatile Process process;

  private TemporalServer(ProcessBuilder program, String address) throws IOException {
    this.program = program;
    this.address = address;
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(address).build());
    this.process = program.start();
    // Whatever becomes of the test, no server is left behind.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> process.destroyForcibly()));
  }

  /** The server's binary: as the environment names it, or from the path. */
  static Optional<Path> binary() {
    String named = System.getenv(BINARY);
    Stream<Path> candidates =
        named != null
            ? Stream.of(Path.of(named))
            : Stream.of(
                    Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "temporal-server"));
    return candidates.filter(Files::isExecutable).findFirst();
  }

  static TemporalServer start(Path binary, Path directory) throws IOException {
    List<Integer> ports = Ports.free(10);
    Path config = Files.createDirectories(directory.resolve("config"));
    String text = template();
    for (int i = 0; i < ports.size(); i++) {
      text = text.replace("@" + i + "@", ports.get(i).toString());
    }
    Path dynamic = Files.writeString(directory.resolve("dynamic.yaml"), DYNAMIC);
    text = text.replace("@dynamic@", dynamic.toString());
    text = text.replace("@database@", directory.resolve("temporal.db").toString());
    Files.writeString(config.resolve("development.yaml"), text);
    ProcessBuilder program =
        new ProcessBuilder(
                binary.toString(),
                "--root",
                directory.toString(),
                "--config",
                "config",
                "--env",
                "development",
                "--allow-no-auth",
                "start")
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("temporal.log").toFile()));
    TemporalServer server = new TemporalServer(program, "127.0.0.1:" + ports.get(0));
    server.register();
    return server;
  }

  /** SIGKILL: only what is in its file is left. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Starts it anew on its file, at the same address; returns once it answers. */
  void startAgain() throws IOException {
    process = program.start();
    awaitAnswers();
  }

  private static final String DYNAMIC =
      """
      system.enableActivityEagerExecution:
        - value: true
      frontend.enableUpdateWorkflowExecution:
        - value: true
      """;

  private static String template() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TemporalServer.class.getResourceAsStream("temporal.yaml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void register() {
    RegisterNamespaceRequest request =
        RegisterNamespaceRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
            .build();
    Awaitility.await("Temporal's namespace")
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
        .until(
            () -> {
              stubs.blockingStub().registerNamespace(request);
              return true;
            });
    awaitAnswers();
  }

  private void awaitAnswers() {
    Awaitility.await("Temporal takes questions")
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
        .until(() -> runs() != null);
  }

  String address() {
    return address;
  }

  /** The ids of all workflows that are open. */
  Set<String> runs() {
    return list("ExecutionStatus = 'Running'", WorkflowExecution::getWorkflowId);
  }

  /** All runs of one workflow, ended ones too. */
  Set<String> runsOf(String workflow) {
    return list("WorkflowId = '" + workflow + "'", WorkflowExecution::getRunId);
  }

  private Set<String> list(String query, Function<WorkflowExecution, String> name) {
    Set<String> runs = new LinkedHashSet<>();
    ListWorkflowExecutionsRequest.Builder request =
        ListWorkflowExecutionsRequest.newBuilder()
            .setNamespace(NAMESPACE)
            .setPageSize(1000)
            .setQuery(query);
    ListWorkflowExecutionsResponse page;
    do {
      page = stubs.blockingStub().listWorkflowExecutions(request.build());
      page.getExecutionsList().forEach(run -> runs.add(name.apply(run.getExecution())));
      request.setNextPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return runs;
  }

  /** What the open workflows wait for. */
  String standstill() {
    return Standstill.of(stubs, NAMESPACE, runs());
  }

  @Override
  public void close() throws InterruptedException {
    stubs.shutdownNow();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
