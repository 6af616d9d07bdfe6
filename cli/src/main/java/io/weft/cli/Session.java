package io.weft.cli;

import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.failure.TimeoutFailure;
import io.weft.workflows.client.LabelRegistration;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.Visibility;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with: the way to Temporal, opened when it is first needed, and the ways to
 * the person. One per process and one command; for one thread.
 */
public final class Session implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration REGISTERING = Duration.ofSeconds(15);
  private static final PendingActivityState WAITING =
      PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;

  private final Map<String, String> environment;
  private final Connection.Connector connector;
  private final Output output;
  private final Terminal terminal;
  private final GlobalOptions options;
  private final Rest rest;
  private @Nullable Connection connection;
  private @Nullable Visibility visibility;

  Session(
      Map<String, String> environment,
      Connection.Connector connector,
      Output output,
      Terminal terminal,
      Rest rest,
      GlobalOptions options) {
    this.environment = environment;
    this.connector = connector;
    this.output = output;
    this.terminal = terminal;
    this.rest = rest;
    this.options = options;
  }

  /** Where to write. */
  public Output output() {
    return output;
  }

  /** Who can be asked. */
  public Terminal terminal() {
    return terminal;
  }

  /** The variables of the process. */
  Map<String, String> environment() {
    return environment;
  }

  /** Writes the object for scripts or the text for people. */
  public void show(Object json, Runnable text) {
    if (isJson()) {
      output.json(json);
    } else {
      text.run();
    }
  }

  /** Whether scripts read the output. */
  public boolean isJson() {
    return options.format == GlobalOptions.Format.json;
  }

  boolean isVerbose() {
    return options.verbose;
  }

  /** The operator's verbs. Connects if need be. */
  public Desk desk() {
    return new Desk(client());
  }

  /**
   * What starts workflows. Registers our search attributes where they are missing, once: that may
   * take seconds.
   */
  public Starts starts() {
    WorkflowClient client = client();
    if (visibility == null) {
      visibility =
          LabelRegistration.register(
              client.getWorkflowServiceStubs(), client.getOptions().getNamespace(), REGISTERING);
    }
    return new Starts(client, visibility);
  }

  /** Lets some time pass between two looks. */
  public void rest(Duration time) {
    rest.of(time);
  }

  /** The client under it. Connects if need be. */
  public WorkflowClient client() {
    return connection().client();
  }

  /** Where Temporal is, and the namespace: {@code localhost:7233, namespace default}. */
  public String place() {
    return connection().address() + ", namespace " + client().getOptions().getNamespace();
  }

  /** Open and closed runs that fit a visibility query. */
  public List<Run> list(String query) {
    return connection().list(query);
  }

  /** Whether a run of this id is open. */
  public boolean isOpen(String workflowId) {
    try {
      return client().newUntypedWorkflowStub(workflowId).describe().getStatus()
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (WorkflowNotFoundException e) {
      return false;
    }
  }

  /** Why the last attempt of what a run does failed; empty unless it waits to be tried again. */
  public Optional<String> lastFailure(String workflowId) {
    return client()
        .newUntypedWorkflowStub(workflowId)
        .describe()
        .getRawDescription()
        .getPendingActivitiesList()
        .stream()
        .filter(activity -> activity.getState() == WAITING && activity.hasLastFailure())
        .map(activity -> activity.getLastFailure().getMessage())
        .findFirst();
  }

  /** Asks a worker, for at most half a minute or as long as {@code --timeout} says. */
  public <A extends Answer> A ask(Question question, Class<A> kind) {
    return ask(question, kind, USUAL);
  }

  /**
   * Asks a worker.
   *
   * @param usual how long at most, unless {@code --timeout} says otherwise
   * @throws CommandFailure if nobody answers, or the worker refuses
   */
  public <A extends Answer> A ask(Question question, Class<A> kind, Duration usual) {
    Answer answer = anyAnswer(question, options.patience(usual));
    if (answer instanceof Answer.Refused refused) {
      throw new CommandFailure(ExitCodes.NO_MATCH, refused.why());
    }
    if (!kind.isInstance(answer)) {
      throw new CommandFailure(
          ExitCodes.FAILED,
          "The worker answered in a way that this command line does not know: use the same version"
              + " of both.");
    }
    return kind.cast(answer);
  }

  private Answer anyAnswer(Question question, Duration patience) {
    try {
      return desk().ask(question, patience);
    } catch (DeskException e) {
      Throwable cause = e.getCause();
      if (cause instanceof WorkflowServiceException) {
        throw new CommandFailure(ExitCodes.UNREACHABLE, Objects.requireNonNull(e.getMessage()), e);
      } else if (cause instanceof WorkflowFailedException
          && cause.getCause() instanceof TimeoutFailure) {
        throw new CommandFailure(ExitCodes.NO_ANSWER, silence(patience), e);
      }
      throw new CommandFailure(
          ExitCodes.FAILED,
          "The worker could not answer: " + e.getMessage() + ". Its log says more.",
          e);
    }
  }

  private String silence(Duration patience) {
    String head = "No worker answered within " + patience.toSeconds() + " s. ";
    int workers = connection().workers();
    if (workers > 0) {
      return head
          + Texts.count(workers, "worker")
          + " asked Temporal for work of late, so it may be overloaded or without its database: see"
          + " its log, or wait longer with --timeout.";
    }
    return head
        + "Temporal answers at "
        + place()
        + (workers == 0 ? ", but no worker asks it for work there" : "")
        + ": start the Weft worker with the same address and namespace.";
  }

  private Connection connection() {
    if (connection == null) {
      connection = connector.open(options.over(environment));
    }
    return connection;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
  }
}
