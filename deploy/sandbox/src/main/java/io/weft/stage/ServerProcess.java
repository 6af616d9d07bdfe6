package io.weft.stage;

import com.google.protobuf.util.Durations;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.weft.workflows.client.CannotConnect;
import io.weft.workflows.client.TemporalClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A bare {@code temporal-server} as a process of its own, all in memory. */
final class ServerProcess {
  private ServerProcess() {}

  static TemporalSite start(Path program, Path directory, Duration patience) {
    int port = Ports.free();
    String address = "127.0.0.1:" + port;
    Process process = run(program, configured(directory, port));
    TemporalSite site =
        TemporalSite.local(
            program + ", in memory: lost on exit", address, null, () -> end(process));
    try {
      Await.until(patience, "Temporal at " + address, () -> answers(process, site));
      return site;
    } catch (RuntimeException e) {
      end(process);
      throw e;
    }
  }

  private static Path configured(Path directory, int port) {
    try {
      Path root = directory.resolve("temporal");
      Path config = Files.createDirectories(root.resolve("config"));
      Files.writeString(config.resolve("development.yaml"), ServerConfig.text(config, port));
      Files.writeString(config.resolve("dynamic.yaml"), ServerConfig.dynamic());
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException("Temporal's settings cannot be written", e);
    }
  }

  private static Process run(Path program, Path root) {
    List<String> command =
        List.of(
            program.toString(),
            "--root",
            root.toString(),
            "--config",
            "config",
            "--env",
            "development",
            "start");
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(root.resolve("server.log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(program + " cannot be started", e);
    }
  }

  /** Makes the namespace as soon as somebody answers; true once a client can use it. */
  private static boolean answers(Process process, TemporalSite site) {
    if (!process.isAlive()) {
      throw new NotSeen("temporal-server ended by itself; see server.log beside its settings");
    }
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(site.address())
                .validateAndBuildWithDefaults());
    try {
      register(stubs, site.namespace());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        return false;
      }
    } finally {
      stubs.shutdownNow();
    }
    return canConnect(site);
  }

  private static void register(WorkflowServiceStubs stubs, String namespace) {
    var unused =
        stubs
            .blockingStub()
            .withDeadlineAfter(5, TimeUnit.SECONDS)
            .registerNamespace(
                RegisterNamespaceRequest.newBuilder()
                    .setNamespace(namespace)
                    .setWorkflowExecutionRetentionPeriod(Durations.fromDays(1))
                    .build());
  }

  private static boolean canConnect(TemporalSite site) {
    try (TemporalClient client =
        TemporalClient.connect(site.environment(), Duration.ofSeconds(5), List.of())) {
      return client.namespace().equals(site.namespace());
    } catch (CannotConnect e) {
      return false;
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
