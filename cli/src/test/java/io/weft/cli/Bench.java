package io.weft.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptor;
import io.temporal.common.interceptors.WorkflowClientCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowClientInterceptorBase;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.weft.workflows.client.Payloads;
import io.weft.workflows.desk.EnquiryImpl;
import io.weft.workflows.sync.TaskQueues;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line against an in-memory Temporal with a worker whose desk is a fake. The server is
 * started when a command first connects, as a real one is first needed then.
 */
public final class Bench implements AutoCloseable {
  public final FakeDesk desk = new FakeDesk();
  public final FakeLoadDesk loads = new FakeLoadDesk();

  /** What Temporal's own list answers, whatever is asked. */
  public final List<Run> runs = new ArrayList<>();

  /** What Temporal's own list was asked. */
  public final List<String> queries = new ArrayList<>();

  private final Deque<String> typed = new ArrayDeque<>();
  private final boolean working;
  private TestWorkflowEnvironment env;
  private Terminal terminal = Terminal.NOBODY;
  private int width = Integer.MAX_VALUE;
  private int signalsLeft = Integer.MAX_VALUE;
  private boolean away;
  private Runnable rested = () -> {};

  private Bench(boolean working) {
    this.working = working;
  }

  /** Temporal and a worker. */
  public static Bench open() {
    return new Bench(true);
  }

  /** Temporal alone. */
  public static Bench withoutWorker() {
    return new Bench(false);
  }

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {
    /** The one object that was written. */
    public JsonNode json() {
      try {
        return Payloads.mapper().readTree(out);
      } catch (IOException e) {
        throw new UncheckedIOException("not one JSON object: " + out, e);
      }
    }
  }

  /** Runs a command to its end. */
  public Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Weft.run(
            new Weft.Outside(
                Map.of(),
                environment -> new Opened(),
                new PrintWriter(out),
                new PrintWriter(err),
                new Output.Look(Ansi.OFF, width),
                terminal,
                time -> rested.run()),
            arguments);
    return new Result(exitCode, out.toString(), err.toString());
  }

  /** From now on a person is there and types these lines. */
  public void type(String... lines) {
    typed.addAll(Arrays.asList(lines));
    terminal = typed::poll;
  }

  /** From now on there is a terminal of this width. */
  public void narrow(int columns) {
    width = columns;
  }

  /** Temporal is gone after so many more signals. */
  public void loseTemporalAfter(int signals) {
    signalsLeft = signals;
  }

  /** What happens while a command waits between two looks. */
  public void whenResting(Runnable happening) {
    rested = happening;
  }

  /** Nobody may connect. */
  public void forbidConnecting() {
    away = true;
  }

  /** Opens a run that takes whatever it is told. */
  public void park(String workflowId) {
    WorkflowOptions options =
        WorkflowOptions.newBuilder()
            .setWorkflowId(workflowId)
            .setTaskQueue(TaskQueues.LIVE)
            .build();
    WorkflowClient.start(client().newWorkflowStub(Patient.class, options)::waitForEver);
  }

  /** The signals that a run was sent, as {@code name {json}}. */
  public List<String> heard(String workflowId) {
    List<String> heard = new ArrayList<>();
    for (HistoryEvent event : client().fetchHistory(workflowId).getEvents()) {
      if (event.hasWorkflowExecutionSignaledEventAttributes()) {
        var signal = event.getWorkflowExecutionSignaledEventAttributes();
        Payload payload = signal.getInput().getPayloads(0);
        heard.add(signal.getSignalName() + " " + payload.getData().toStringUtf8());
      }
    }
    return heard;
  }

  /** What the one signal of a run carried. */
  public JsonNode order(String workflowId) {
    List<String> heard = heard(workflowId);
    if (heard.size() != 1) {
      throw new AssertionError("one signal expected: " + heard);
    }
    String text = heard.get(0);
    try {
      return Payloads.mapper().readTree(text.substring(text.indexOf(' ')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The client of the server in memory. */
  public WorkflowClient client() {
    if (env == null) {
      start();
    }
    return env.getWorkflowClient();
  }

  private void start() {
    env =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setUseTimeskipping(false) // or the wait for an answer would outlast what waits
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter(List.of()))
                        .setInterceptors(new Losing())
                        .build())
                .build());
    Worker worker = env.newWorker(TaskQueues.LIVE);
    worker.registerWorkflowImplementationTypes(
        EnquiryImpl.class, PatientImpl.class, FakePoller.class, FakeSweep.class, FakeLoad.class);
    worker.registerActivitiesImplementations(desk, loads);
    if (working) {
      env.start();
    }
  }

  @Override
  public void close() {
    if (env != null) {
      env.close();
    }
  }

  private final class Opened implements Connection {
    Opened() {
      if (away) {
        throw new AssertionError("connected without need");
      }
    }

    @Override
    public WorkflowClient client() {
      return Bench.this.client();
    }

    @Override
    public String address() {
      return "memory:7233";
    }

    @Override
    public List<Run> list(String query) {
      queries.add(query);
      return List.copyOf(runs);
    }

    @Override
    public int workers() {
      return 0;
    }

    @Override
    public void close() {
      // the server lives as long as the bench: a test looks at it afterwards
    }
  }

  private final class Losing extends WorkflowClientInterceptorBase {
    @Override
    public WorkflowClientCallsInterceptor workflowClientCallsInterceptor(
        WorkflowClientCallsInterceptor next) {
      return new WorkflowClientCallsInterceptorBase(next) {
        @Override
        public WorkflowSignalOutput signal(WorkflowSignalInput input) {
          if (signalsLeft-- <= 0) {
            throw new io.temporal.client.WorkflowServiceException(
                input.getWorkflowExecution(), "", new IllegalStateException("connection lost"));
          }
          return super.signal(input);
        }
      };
    }
  }
}
