package io.weft.workflows.desk;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.Priority;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.TimeoutFailure;
import io.weft.workflows.failure.Problems;
import io.weft.workflows.load.InitialLoad;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.poll.PollState;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.sync.TaskQueues;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Duration;
import java.util.UUID;

/**
 * The operator's verbs, over nothing but a connection to Temporal. Orders are signals: they are
 * taken even while no worker runs, and carried out when one does. Safe for use by several threads.
 */
public final class Desk {
  private final WorkflowClient client;

  public Desk(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Asks a worker and waits for the answer.
   *
   * @param timeout how long at most; the question is withdrawn afterwards
   * @throws DeskException if no worker answers in time, the question failed or was refused
   */
  public <A extends Answer> A ask(Question question, Class<A> kind, Duration timeout) {
    Answer answer = ask(question, timeout);
    if (answer instanceof Answer.Refused refused) {
      throw new DeskException(refused.why(), null);
    }
    if (!kind.isInstance(answer)) {
      throw new DeskException(
          "the worker answered '"
              + question.word()
              + "' in a way this version does not know:"
              + " use the same version of command line and worker",
          null);
    }
    return kind.cast(answer);
  }

  /** The same for any kind of answer, {@link Answer.Refused} included. */
  public Answer ask(Question question, Duration timeout) {
    Enquiry enquiry = client.newWorkflowStub(Enquiry.class, options(question, timeout));
    try {
      return enquiry.ask(question);
    } catch (WorkflowServiceException e) {
      throw new DeskException("Temporal did not take the question: " + e.getMessage(), e);
    } catch (WorkflowException e) {
      throw new DeskException(reason(e, timeout), e);
    }
  }

  /** What waits for a person and fits the filter. */
  public Answer.ParkedList parked(Question.Parked filter, Duration timeout) {
    return ask(filter, Answer.ParkedList.class, timeout);
  }

  /** Try a waiting record again as it is. */
  public Told retry(String workflowId, Instruction.Retry retry) {
    return signal(workflowId, "retry", retry);
  }

  /** Write these values to a waiting record instead. */
  public Told amend(String workflowId, Instruction.Amend amend) {
    return signal(workflowId, "amend", amend);
  }

  /** Link a waiting record with this record of the other side. */
  public Told link(String workflowId, Instruction.Link link) {
    return signal(workflowId, "link", link);
  }

  /** Let the change of a waiting record go. */
  public Told discard(String workflowId, Instruction.Discard discard) {
    return signal(workflowId, "discard", discard);
  }

  /** Settle the conflict of a waiting record. */
  public Told choose(String workflowId, Instruction.Choose choose) {
    return signal(workflowId, "choose", choose);
  }

  /** Stop following a legal entity; its changes wait in D365. */
  public Told pausePoller(LegalEntity legalEntity, PollOrder order) {
    return signal(WorkflowIds.poller(legalEntity), "pause", order);
  }

  /** Follow a legal entity again. */
  public Told resumePoller(LegalEntity legalEntity, PollOrder order) {
    return signal(WorkflowIds.poller(legalEntity), "resume", order);
  }

  /** Read everything of a legal entity again. */
  public Told resetPoller(LegalEntity legalEntity, PollOrder order) {
    return signal(WorkflowIds.poller(legalEntity), "reset", order);
  }

  /** Tells the sweep of a Creatio connection {@code pause}, {@code resume} or {@code reset}. */
  public Told tellSweep(String connection, SweepVerb verb, PollOrder order) {
    return signal(WorkflowIds.creatioSweep(connection), verb.signal(), order);
  }

  /** What the sweep of a connection can be told. */
  public enum SweepVerb {
    PAUSE("pause"),
    RESUME("resume"),
    RESET("reset");

    private final String signal;

    SweepVerb(String signal) {
      this.signal = signal;
    }

    String signal() {
      return signal;
    }
  }

  /**
   * How the poller of a legal entity stands.
   *
   * @throws DeskException if none runs, or no worker is there to answer
   */
  public PollState poller(LegalEntity legalEntity) {
    return state(WorkflowIds.poller(legalEntity));
  }

  /** How the sweep of a connection stands; throws like {@link #poller}. */
  public PollState sweep(String connection) {
    return state(WorkflowIds.creatioSweep(connection));
  }

  /** Tells a load {@code pause}, {@code resume} or {@code cancel}. */
  public Told tellLoad(LoadId load, LoadVerb verb, LoadOrder order) {
    return signal(id(load), verb.signal(), order);
  }

  /** What a load can be told. */
  public enum LoadVerb {
    PAUSE("pause"),
    RESUME("resume"),
    CANCEL("cancel");

    private final String signal;

    LoadVerb(String signal) {
      this.signal = signal;
    }

    String signal() {
      return signal;
    }
  }

  /** How the run of a load stands; throws like {@link #poller}. */
  public InitialLoad.State load(LoadId load) {
    return state(id(load), InitialLoad.State.class);
  }

  private static String id(LoadId load) {
    return WorkflowIds.load(load.object(), load.legalEntity(), load.number());
  }

  private PollState state(String workflowId) {
    return state(workflowId, PollState.class);
  }

  private <S> S state(String workflowId, Class<S> kind) {
    try {
      return client.newUntypedWorkflowStub(workflowId).query("state", kind);
    } catch (WorkflowNotFoundException e) {
      throw new DeskException(workflowId + " does not run: start it first", e);
    } catch (WorkflowServiceException e) {
      throw new DeskException(workflowId + " does not answer: is a worker running?", e);
    }
  }

  private Told signal(String workflowId, String name, Object order) {
    WorkflowStub stub = client.newUntypedWorkflowStub(workflowId);
    try {
      stub.signal(name, order);
      return Told.DELIVERED;
    } catch (WorkflowNotFoundException e) {
      return Told.NOBODY_THERE;
    }
  }

  private static WorkflowOptions options(Question question, Duration timeout) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(WorkflowIds.enquiry(question.word(), UUID.randomUUID().toString()))
        .setTaskQueue(TaskQueues.LIVE)
        // The one timeout of a run in Weft: nobody needs an answer after he stopped waiting.
        .setWorkflowExecutionTimeout(timeout)
        .setStaticSummary("An operator asks: " + question.word())
        .setPriority(Priority.newBuilder().setPriorityKey(1).build())
        .build();
  }

  private static String reason(WorkflowException failure, Duration timeout) {
    Throwable cause = failure.getCause();
    if (cause instanceof ActivityFailure activity) {
      return Problems.of(activity).what();
    }
    if (cause instanceof TimeoutFailure) {
      return "no worker answered within " + timeout.toSeconds() + " s: is one running?";
    }
    return "the question failed: " + failure.getMessage();
  }
}
