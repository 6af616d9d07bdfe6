package io.weft.cli;

import io.temporal.client.WorkflowClient;
import java.util.List;
import java.util.Map;

/** An open connection to Temporal, and what commands ask of Temporal itself. */
public interface Connection extends AutoCloseable {
  /** Opens connections; fails with {@link io.weft.workflows.client.CannotConnect} in words. */
  @FunctionalInterface
  interface Connector {
    Connection open(Map<String, String> environment);
  }

  /** For starts, signals and questions. */
  WorkflowClient client();

  /** Host and port. */
  String address();

  /**
   * Runs that fit a visibility query, newest first. A change shows there with a delay of about a
   * second.
   */
  List<Run> list(String query);

  /** How many workers asked Temporal for work of late; -1 where Temporal cannot say. */
  int workers();

  @Override
  void close();
}
