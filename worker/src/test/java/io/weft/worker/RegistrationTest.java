package io.weft.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.sync.Labels;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private final FakeOperator operator = new FakeOperator();
  private final PassingTime time = new PassingTime();
  private Server server;
  private ManagedChannel channel;
  private Registration registration;

  @BeforeEach
  void serve() throws IOException {
    String name = InProcessServerBuilder.generateName();
    server = InProcessServerBuilder.forName(name).directExecutor().addService(operator).build();
    server.start();
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    OperatorServiceStubs stubs =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setChannel(channel)
                .validateAndBuildWithDefaults());
    registration = new Registration(stubs, "default", time, time::pass);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void createsWhatIsMissingAndWaitsUntilItIsKnown() {
    operator.known.put("WeftState", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    operator.looksUntilKnown = 3;

    assertThat(registration.ensure(Duration.ofSeconds(10))).isEqualTo(Visibility.LABELLED);
    assertThat(operator.asked).doesNotContainKey("WeftState").hasSize(Labels.ALL.size() - 1);
  }

  @Test
  void asksForNothingWhereAllIsKnown() {
    operator.knowAll();

    assertThat(registration.ensure(Duration.ofSeconds(10))).isEqualTo(Visibility.LABELLED);
    assertThat(operator.asked).isEmpty();
  }

  @Test
  void goesOnWithoutThemWhereItMayNotCreateThem() {
    operator.refusal = Status.PERMISSION_DENIED;

    assertThat(registration.ensure(Duration.ofSeconds(10))).isEqualTo(Visibility.PLAIN);
  }

  @Test
  void leavesTheRaceToAnotherWorker() {
    operator.refusal = Status.ALREADY_EXISTS;
    operator.knowAll();
    operator.looksUntilKnown = 2;

    assertThat(registration.ensure(Duration.ofSeconds(10))).isEqualTo(Visibility.LABELLED);
  }

  @Test
  void givesUpWhenTheServerDoesNotMakeThemKnown() {
    operator.looksUntilKnown = Integer.MAX_VALUE;

    assertThat(registration.ensure(Duration.ofSeconds(10))).isEqualTo(Visibility.PLAIN);
    assertThat(time.passed).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void doesNotTakeAnAttributeOfAnotherTypeForOurs() {
    operator.knowAll();
    operator.known.put("WeftState", IndexedValueType.INDEXED_VALUE_TYPE_TEXT);
    operator.refusal = Status.ALREADY_EXISTS;

    assertThat(registration.ensure(Duration.ofSeconds(1))).isEqualTo(Visibility.PLAIN);
  }

  @Test
  void namesTheExactCommand() {
    assertThat(Registration.command("prod", List.of("WeftState", "WeftOrigin")))
        .isEqualTo(
            "temporal operator search-attribute create --namespace prod"
                + " --name WeftState --type Keyword --name WeftOrigin --type Keyword");
  }

  private static final class FakeOperator extends OperatorServiceGrpc.OperatorServiceImplBase {
    final Map<String, IndexedValueType> known = new TreeMap<>();
    final Map<String, IndexedValueType> asked = new TreeMap<>();
    Status refusal = Status.OK;
    int looksUntilKnown;

    void knowAll() {
      Labels.ALL.forEach(
          label -> known.put(label.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
    }

    @Override
    public void listSearchAttributes(
        ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> out) {
      var answer = ListSearchAttributesResponse.newBuilder();
      if (refusal.getCode() != Status.Code.ALREADY_EXISTS || looksUntilKnown <= 0) {
        answer.putAllCustomAttributes(known);
      }
      looksUntilKnown--;
      if (looksUntilKnown <= 0) {
        answer.putAllCustomAttributes(asked);
      }
      out.onNext(answer.build());
      out.onCompleted();
    }

    @Override
    public void addSearchAttributes(
        AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> out) {
      if (!refusal.isOk()) {
        out.onError(refusal.asRuntimeException());
        return;
      }
      asked.putAll(request.getSearchAttributesMap());
      out.onNext(AddSearchAttributesResponse.getDefaultInstance());
      out.onCompleted();
    }
  }

  private static final class PassingTime extends Clock {
    Duration passed = Duration.ZERO;

    void pass(Duration duration) {
      passed = passed.plus(duration);
    }

    @Override
    public Instant instant() {
      return Instant.EPOCH.plus(passed);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
