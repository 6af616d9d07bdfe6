package io.weft.bench;

import com.google.protobuf.ByteString;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsRequest;
import io.temporal.api.workflowservice.v1.ListWorkflowExecutionsResponse;
import io.weft.workflows.client.TemporalClient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the runs of a time have left in Temporal. */
record Histories(long runs, long events) {
  private static final int PAGE = 1000;

  /** Runs of these types, such as {@code AccountCustomerSync}, that began between two moments. */
  static Histories between(TemporalClient client, List<String> types, Instant from, Instant to) {
    String query =
        "WorkflowType IN ('%s') AND StartTime >= '%s' AND StartTime <= '%s'"
            .formatted(String.join("', '", types), from, to);
    long runs = 0;
    long events = 0;
    ByteString page = ByteString.EMPTY;
    do {
      ListWorkflowExecutionsResponse answer =
          client
              .stubs()
              .blockingStub()
              .listWorkflowExecutions(
                  ListWorkflowExecutionsRequest.newBuilder()
                      .setNamespace(client.namespace())
                      .setQuery(query)
                      .setPageSize(PAGE)
                      .setNextPageToken(page)
                      .build());
      for (WorkflowExecutionInfo run : answer.getExecutionsList()) {
        runs++;
        events += run.getHistoryLength();
      }
      page = answer.getNextPageToken();
    } while (!page.isEmpty());
    return new Histories(runs, events);
  }

  /** Runs of each type since a moment, with their events, in words. */
  static String words(TemporalClient client, List<String> types, Instant from) {
    return types.stream()
        .map(type -> between(client, List.of(type), from, Instant.now()).words(type))
        .collect(Collectors.joining(", "));
  }

  private String words(String type) {
    return String.format(
        Locale.ROOT, "%d %s (%.1f events)", runs, type, runs == 0 ? 0.0 : (double) events / runs);
  }

  /** The version that the server names. */
  static String server(TemporalClient client) {
    return client
        .stubs()
        .blockingStub()
        .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
        .getServerVersion();
  }
}
