package io.weft.worker;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.sync.Labels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that the namespace knows our search attributes, creating what is missing. Where the
 * server does not let us, says which command an admin has to run; the worker then goes on without
 * them. Safe to repeat, also by several workers at once.
 *
 * <p>Source: Temporal API, {@code OperatorService.AddSearchAttributes}.
 */
public final class Registration {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final OperatorServiceStubs operator;
  private final String namespace;
  private final Clock clock;
  private final Pause pause;

  /** Waits between two looks; a test lets time pass instead. */
  @FunctionalInterface
  interface Pause {
    void of(Duration duration);
  }

  public Registration(OperatorServiceStubs operator, String namespace, Clock clock) {
    this(operator, namespace, clock, Threads::rest);
  }

  Registration(OperatorServiceStubs operator, String namespace, Clock clock, Pause pause) {
    this.operator = operator;
    this.namespace = namespace;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Registers what is missing and waits until it can be used.
   *
   * @param patience how long to wait for the server to make it known
   * @return LABELLED if all are there; PLAIN if starts must go without
   */
  public Visibility ensure(Duration patience) {
    try {
      List<String> missing = missing();
      if (missing.isEmpty()) {
        return Visibility.LABELLED;
      }
      add(missing);
      return await(patience);
    } catch (StatusRuntimeException e) {
      tell("the server refuses (" + e.getStatus().getCode() + ")", allNames());
      return Visibility.PLAIN;
    }
  }

  /** The command that registers these attributes. */
  static String command(String namespace, List<String> names) {
    StringBuilder command =
        new StringBuilder("temporal operator search-attribute create --namespace " + namespace);
    names.forEach(name -> command.append(" --name ").append(name).append(" --type Keyword"));
    return command.toString();
  }

  private Visibility await(Duration patience) {
    Instant end = clock.instant().plus(patience);
    List<String> missing = missing();
    while (!missing.isEmpty() && clock.instant().isBefore(end)) {
      pause.of(BETWEEN_LOOKS);
      missing = missing();
    }
    if (missing.isEmpty()) {
      log.atInfo().addKeyValue("namespace", namespace).log("Search attributes registered");
      return Visibility.LABELLED;
    }
    tell("the server has not made them known within " + patience.toSeconds() + " s", missing);
    return Visibility.PLAIN;
  }

  /** Names that the namespace does not know, or knows as something else than a keyword. */
  private List<String> missing() {
    Map<String, IndexedValueType> known =
        operator
            .blockingStub()
            .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
            .listSearchAttributes(
                ListSearchAttributesRequest.newBuilder().setNamespace(namespace).build())
            .getCustomAttributesMap();
    List<String> missing = new ArrayList<>(allNames());
    missing.removeIf(name -> known.get(name) == IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    return missing;
  }

  private void add(List<String> names) {
    AddSearchAttributesRequest.Builder request =
        AddSearchAttributesRequest.newBuilder().setNamespace(namespace);
    names.forEach(
        name -> request.putSearchAttributes(name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    try {
      var answer =
          operator
              .blockingStub()
              .withDeadlineAfter(DEADLINE.toSeconds(), TimeUnit.SECONDS)
              .addSearchAttributes(request.build());
      log.atDebug().addKeyValue("answer", answer).log("Search attributes asked for");
    } catch (StatusRuntimeException e) {
      // Another worker may have been quicker; the look afterwards decides.
      if (e.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
        throw e;
      }
    }
  }

  private void tell(String why, List<String> names) {
    log.atWarn()
        .addKeyValue("why", why)
        .addKeyValue("run", command(namespace, names))
        .log("Search attributes are missing; lists in the Web UI cannot be filtered by them");
  }

  private static List<String> allNames() {
    return Labels.ALL.stream().map(SearchAttributeKey::getName).toList();
  }
}
