package io.weft.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The connection to Temporal, set up from the standard {@code TEMPORAL_*} variables and the file
 * that the {@code temporal} command reads as well. One per process; close it at the end.
 *
 * <p>Source: https://docs.temporal.io/develop/environment-configuration
 */
public final class TemporalClient implements AutoCloseable {
  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final String address;

  private TemporalClient(WorkflowServiceStubs stubs, WorkflowClient client, String address) {
    this.stubs = stubs;
    this.client = client;
    this.address = address;
  }

  /**
   * Connects, and fails within about the patience given.
   *
   * @param environment the process environment, {@code System.getenv()} in a main
   * @param codecs what payloads pass through on their way out; the same in every process
   * @throws CannotConnect if the settings cannot be read, nobody answers at the address, or the
   *     namespace does not exist
   */
  public static TemporalClient connect(
      Map<String, String> environment, Duration patience, List<PayloadCodec> codecs) {
    return connect(environment, patience, codecs, WorkflowServiceStubsOptions.newBuilder().build());
  }

  /** The same, with metrics, interceptors and the like taken from these options. */
  public static TemporalClient connect(
      Map<String, String> environment,
      Duration patience,
      List<PayloadCodec> codecs,
      WorkflowServiceStubsOptions extras) {
    ClientConfigProfile profile = read(environment);
    WorkflowServiceStubsOptions options = options(profile, extras);
    String address = options.getTarget();
    WorkflowServiceStubs stubs = dial(options, address, patience);
    WorkflowClientOptions clientOptions =
        WorkflowClientOptions.newBuilder(profile.toWorkflowClientOptions())
            .setDataConverter(Payloads.converter(codecs))
            .validateAndBuildWithDefaults();
    requireNamespace(stubs, clientOptions.getNamespace(), address, patience);
    return new TemporalClient(stubs, WorkflowClient.newInstance(stubs, clientOptions), address);
  }

  /** For starts, signals, queries and workers. */
  public WorkflowClient client() {
    return client;
  }

  /** The bare service, for what the client does not offer. */
  public WorkflowServiceStubs stubs() {
    return stubs;
  }

  /** Host and port. */
  public String address() {
    return address;
  }

  /** The namespace that everything of ours lives in. */
  public String namespace() {
    return client.getOptions().getNamespace();
  }

  @Override
  public void close() {
    stubs.shutdownNow();
  }

  private static ClientConfigProfile read(Map<String, String> environment) {
    try {
      return ClientConfigProfile.load(
          LoadClientConfigProfileOptions.newBuilder().setEnvOverrides(environment).build());
    } catch (IOException | RuntimeException e) {
      throw new CannotConnect(
          "the settings for Temporal cannot be read: "
              + e.getMessage()
              + ". Check the TEMPORAL_* variables and the file that TEMPORAL_CONFIG_FILE names.",
          e);
    }
  }

  private static WorkflowServiceStubsOptions options(
      ClientConfigProfile profile, WorkflowServiceStubsOptions extras) {
    return WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions())
        .setMetricsScope(extras.getMetricsScope())
        .setGrpcClientInterceptors(extras.getGrpcClientInterceptors())
        .validateAndBuildWithDefaults();
  }

  private static WorkflowServiceStubs dial(
      WorkflowServiceStubsOptions options, String address, Duration patience) {
    WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(options);
    try {
      stubs.connect(patience);
      return stubs;
    } catch (RuntimeException e) {
      stubs.shutdownNow();
      throw new CannotConnect(
          "Temporal does not answer at "
              + address
              + " within "
              + patience.toSeconds()
              + " s ("
              + Status.fromThrowable(e).getCode()
              + "). Start it, or set TEMPORAL_ADDRESS to its host:port; for a secured server also"
              + " TEMPORAL_TLS or TEMPORAL_API_KEY.",
          e);
    }
  }

  private static void requireNamespace(
      WorkflowServiceStubs stubs, String namespace, String address, Duration patience) {
    try {
      stubs
          .blockingStub()
          .withDeadlineAfter(patience)
          .describeNamespace(DescribeNamespaceRequest.newBuilder().setNamespace(namespace).build());
    } catch (StatusRuntimeException e) {
      // Other answers (no right to describe, not implemented) do not mean that it is missing.
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        stubs.shutdownNow();
        throw new CannotConnect(
            "Temporal at "
                + address
                + " has no namespace '"
                + namespace
                + "'. Create it (temporal operator namespace create "
                + namespace
                + ") or set TEMPORAL_NAMESPACE.",
            e);
      }
    }
  }
}
