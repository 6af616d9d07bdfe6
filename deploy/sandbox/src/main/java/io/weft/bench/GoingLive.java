package io.weft.bench;

import io.weft.stage.Await;
import io.weft.stage.Installation;
import io.weft.stage.ProcessWorker;
import io.weft.workflows.client.LabelRegistration;
import io.weft.workflows.client.Starts;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.DeskException;
import io.weft.workflows.desk.Question;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import java.time.Duration;
import java.util.List;

/**
 * A load that is begun as docs/going-live.md has it: started while everything is off, so that feeds
 * begin where it begins; then accounts are turned on in its legal entity, and nothing else is.
 */
final class GoingLive {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TO_BEGIN = Duration.ofMinutes(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final Installation installation;
  private final int port;
  private final LoadId load;
  private final BulkWishes wishes;

  GoingLive(Installation installation, int port, LoadId load, BulkWishes wishes) {
    this.installation = installation;
    this.port = port;
    this.load = load;
    this.wishes = wishes;
  }

  /** Returns the worker that does the load; what one did before it was turned on is little. */
  ProcessWorker start() {
    try (TemporalClient client =
        TemporalClient.connect(installation.environment(), PATIENCE, List.of())) {
      LoadChoices choices =
          new LoadChoices(
              LoadChoices.Creation.BOTH, "creatio-wins", null, false, "bench", "measuring");
      var visibility = LabelRegistration.register(client.stubs(), client.namespace(), PATIENCE);
      new Starts(client.client(), visibility).load(load, wishes.planOnly(), choices);
      if (!wishes.planOnly()) {
        begin(new Desk(client.client()));
      }
    }
    return worker();
  }

  private void begin(Desk desk) {
    try (ProcessWorker off = worker()) {
      Await.until(TO_BEGIN, off.gateway() + " to begin the load", () -> isBegun(desk));
    }
    installation.accounts("{%s: write, others: off}".formatted(Pairs.COMPANY));
  }

  private ProcessWorker worker() {
    return ProcessWorker.start(installation, port, wishes.heap());
  }

  private boolean isBegun(Desk desk) {
    try {
      return desk.ask(new Question.LoadStatus(load), Answer.LoadStatus.class, ANSWER)
              .summary()
              .phase()
          != null;
    } catch (DeskException e) {
      return false; // no worker answers yet, or none has opened it
    }
  }
}
