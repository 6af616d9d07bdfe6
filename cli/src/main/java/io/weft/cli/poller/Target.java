package io.weft.cli.poller;

import io.weft.workflows.desk.Desk;
import io.weft.workflows.desk.Desk.SweepVerb;
import io.weft.workflows.desk.Told;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.poll.PollState;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.sync.WorkflowIds;

/** What follows changes: the poller of a legal entity, or the sweep of a Creatio connection. */
sealed interface Target {
  /** The prefix of a sweep in the names that people write. */
  String SWEEP = "creatio-sweep/";

  /** {@code usmf} or {@code creatio-sweep/creatio}; also the scope of its feeds. */
  String scope();

  /** What the names of its feeds begin with. */
  String feeds();

  /** The workflow. */
  String workflowId();

  /** How it stands; throws {@link io.weft.workflows.desk.DeskException}. */
  PollState state(Desk desk);

  /** Tells it something. */
  Told tell(Desk desk, SweepVerb verb, PollOrder order);

  /** Reads what a person wrote; throws IllegalArgumentException saying what was expected. */
  static Target of(String word) {
    if (word.startsWith(SWEEP) && word.length() > SWEEP.length()) {
      return new Sweep(word.substring(SWEEP.length()));
    }
    try {
      return new Poller(new LegalEntity(word));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + word
              + "' is neither a legal entity (one to four letters or digits, as usmf) nor a sweep"
              + " (creatio-sweep/creatio).",
          e);
    }
  }

  /** Follows one legal entity of D365. */
  record Poller(LegalEntity legalEntity) implements Target {
    @Override
    public String scope() {
      return legalEntity.id();
    }

    @Override
    public String feeds() {
      return legalEntity.id();
    }

    @Override
    public String workflowId() {
      return WorkflowIds.poller(legalEntity);
    }

    @Override
    public PollState state(Desk desk) {
      return desk.poller(legalEntity);
    }

    @Override
    public Told tell(Desk desk, SweepVerb verb, PollOrder order) {
      return switch (verb) {
        case PAUSE -> desk.pausePoller(legalEntity, order);
        case RESUME -> desk.resumePoller(legalEntity, order);
        case RESET -> desk.resetPoller(legalEntity, order);
      };
    }
  }

  /** Sweeps one Creatio connection. */
  record Sweep(String connection) implements Target {
    @Override
    public String scope() {
      return SWEEP + connection;
    }

    @Override
    public String feeds() {
      return connection;
    }

    @Override
    public String workflowId() {
      return WorkflowIds.creatioSweep(connection);
    }

    @Override
    public PollState state(Desk desk) {
      return desk.sweep(connection);
    }

    @Override
    public Told tell(Desk desk, SweepVerb verb, PollOrder order) {
      return desk.tellSweep(connection, verb, order);
    }
  }
}
