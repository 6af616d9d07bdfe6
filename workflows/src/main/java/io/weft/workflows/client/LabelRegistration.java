package io.weft.workflows.client;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.weft.workflows.sync.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes our search attributes known to the server. Safe to repeat and to run in several processes
 * at once.
 *
 * <p>Source: https://docs.temporal.io/search-attribute
 */
public final class LabelRegistration {
  private static final Logger log = LoggerFactory.getLogger(LabelRegistration.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final WorkflowServiceStubs stubs;
  private final OperatorServiceStubs operator;
  private final String namespace;

  private LabelRegistration(WorkflowServiceStubs stubs, String namespace) {
    this.stubs = stubs;
    this.operator = OperatorServiceStubs.newServiceStubs(sameConnection(stubs));
    this.namespace = namespace;
  }

  /**
   * Registers what is missing and waits until the server takes it, at most for the patience given.
   *
   * @return {@link Visibility#PLAIN} where the server does not let us register; the log says why,
   *     and an administrator can still add them
   * @throws StatusRuntimeException if the server is away
   */
  public static Visibility register(
      WorkflowServiceStubs stubs, String namespace, Duration patience) {
    return new LabelRegistration(stubs, namespace).register(Instant.now().plus(patience));
  }

  private Visibility register(Instant deadline) {
    if (known() == Known.YES) {
      return Visibility.LABELLED;
    }
    try {
      addMissing();
    } catch (StatusRuntimeException e) {
      if (isAway(e)) {
        throw e;
      }
      log.warn("Search attributes cannot be registered, lists stay without labels", e);
      return Visibility.PLAIN;
    }
    // Added is not known yet: each frontend looks only now and then.
    while (known() == Known.NO && Instant.now().isBefore(deadline)) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
    return known() == Known.NO ? Visibility.PLAIN : Visibility.LABELLED;
  }

  private enum Known {
    YES,
    NO,
    /** The server cannot count, as the in-memory one; then what it accepted is taken as known. */
    CANNOT_SAY
  }

  private Known known() {
    String all =
        Labels.ALL.stream()
            .map(key -> key.getName() + " = 'none'")
            .collect(Collectors.joining(" AND "));
    try {
      stubs
          .blockingStub()
          .countWorkflowExecutions(
              CountWorkflowExecutionsRequest.newBuilder()
                  .setNamespace(namespace)
                  .setQuery(all)
                  .build());
      return Known.YES;
    } catch (StatusRuntimeException e) {
      if (isAway(e)) {
        throw e;
      }
      return e.getStatus().getCode() == Status.Code.INVALID_ARGUMENT ? Known.NO : Known.CANNOT_SAY;
    }
  }

  private void addMissing() {
    List<String> missing = missing();
    if (missing.isEmpty()) {
      return;
    }
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    missing.forEach(
        name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    try {
      operator.blockingStub().addSearchAttributes(request.build());
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }

  private List<String> missing() {
    Map<String, IndexedValueType> known = registered();
    return Labels.ALL.stream()
        .map(key -> key.getName())
        .filter(name -> !known.containsKey(name))
        .toList();
  }

  private Map<String, IndexedValueType> registered() {
    ListSearchAttributesRequest request =
        ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build();
    try {
      return operator.blockingStub().listSearchAttributes(request).getCustomAttributesMap();
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.UNIMPLEMENTED) {
        return Map.of(); // the in-memory server cannot list; adding twice does no harm
      }
      throw e;
    }
  }

  private static boolean isAway(StatusRuntimeException e) {
    Status.Code code = e.getStatus().getCode();
    return code == Status.Code.UNAVAILABLE || code == Status.Code.DEADLINE_EXCEEDED;
  }

  private static OperatorServiceStubsOptions sameConnection(WorkflowServiceStubs stubs) {
    WorkflowServiceStubsOptions options = stubs.getOptions();
    return OperatorServiceStubsOptions.newBuilder()
        .setChannel(stubs.getRawChannel())
        .setHeaders(options.getHeaders())
        .setGrpcMetadataProviders(options.getGrpcMetadataProviders())
        .validateAndBuildWithDefaults();
  }
}
