package io.weft.stage;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.weft.workflows.sync.Labels;
import java.util.concurrent.TimeUnit;

/**
 * The test server of Temporal's SDK, in this process, in real time. It forgets everything on exit,
 * has no Web UI and cannot list workflows: enough to try Weft, not to run it.
 */
final class InMemoryTemporal {
  private InMemoryTemporal() {}

  static TemporalSite start() {
    int port = Ports.free();
    String address = "127.0.0.1:" + port;
    TestServer.PortBoundTestServer server = TestServer.createPortBoundServer(port);
    register(address);
    return TemporalSite.local(
        "in-memory test server: lost on exit, no Web UI, real time", address, null, server::close);
  }

  /** It cannot list what it knows, so the worker cannot find out what is missing. */
  private static void register(String address) {
    OperatorServiceStubs operator =
        OperatorServiceStubs.newServiceStubs(
            OperatorServiceStubsOptions.newBuilder()
                .setTarget(address)
                .validateAndBuildWithDefaults());
    try {
      AddSearchAttributesRequest.Builder request =
          AddSearchAttributesRequest.newBuilder().setNamespace(TemporalSite.STANDARD_NAMESPACE);
      Labels.ALL.forEach(
          label ->
              request.putSearchAttributes(
                  label.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD));
      var unused =
          operator
              .blockingStub()
              .withDeadlineAfter(10, TimeUnit.SECONDS)
              .addSearchAttributes(request.build());
    } finally {
      operator.shutdownNow();
    }
  }
}
