package io.weft.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.weft.worker.gateway.Metrics;
import io.weft.workflows.client.CannotConnect;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.client.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to Temporal, as often as it takes: hints are taken meanwhile. */
final class TemporalLink {
  private static final Logger log = LoggerFactory.getLogger(TemporalLink.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);

  private TemporalLink() {}

  /** Tries until it is connected; empty if told to stop first. */
  static Optional<TemporalClient> connect(
      Map<String, String> environment, Metrics metrics, BooleanSupplier stop) {
    WorkflowServiceStubsOptions extras =
        WorkflowServiceStubsOptions.newBuilder().setMetricsScope(metrics.temporal()).build();
    while (!stop.getAsBoolean()) {
      try {
        return Optional.of(TemporalClient.connect(environment, PATIENCE, List.of(), extras));
      } catch (CannotConnect e) {
        log.atWarn().addKeyValue("why", e.getMessage()).log("Temporal is away; hints are taken");
        Threads.rest(PATIENCE);
      }
    }
    return Optional.empty();
  }

  /** Whether our search attributes may be used; registers what is missing. */
  static Visibility register(TemporalClient temporal, Clock clock) {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(temporal.stubs().getRawChannel())
                .validateAndBuildWithDefaults());
    return new Registration(operator, temporal.namespace(), clock).ensure(UNTIL_KNOWN);
  }

  /** The names of the search attributes that the namespace knows; empty if it cannot tell. */
  static Optional<Set<String>> registered(TemporalClient temporal) {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(temporal.stubs().getRawChannel())
                .validateAndBuildWithDefaults());
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(temporal.namespace()).build();
    try {
      return Optional.of(
          new TreeSet<>(
              operator
                  .blockingStub()
                  .listSearchAttributes(request)
                  .getCustomAttributesMap()
                  .keySet()));
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return Optional.empty(); // the in-memory server
      }
      throw e;
    }
  }
}
