package io.weft.bench;

import io.temporal.client.WorkflowException;
import io.weft.sandbox.SandboxOptions;
import io.weft.stage.Control;
import io.weft.stage.Installation;
import io.weft.stage.Journal;
import io.weft.stage.Ports;
import io.weft.stage.ProcessWorker;
import io.weft.stage.Stage;
import io.weft.stage.Workplace;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.SyncObjectName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two populated systems that Weft has never seen, and a load that was started on them. */
final class LoadGround implements AutoCloseable {
  private static final Duration POLL = Duration.ofSeconds(30);
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final int SEED = 42;

  private final Workplace workplace;
  private final Stage stage;
  private final LoadId load;
  private final BulkWishes wishes;

  private LoadGround(Workplace workplace, Stage stage, LoadId load, BulkWishes wishes) {
    this.wishes = wishes;
    this.workplace = workplace;
    this.stage = stage;
    this.load = load;
  }

  /** Puts everything up; when it returns, the load is started and a worker has begun. */
  static LoadGround open(Map<String, String> environment, BulkWishes wishes) {
    Workplace workplace = Workplace.make();
    int port = Ports.free();
    // Nobody else's number, on a server that has seen other runs.
    int number = Math.toIntExact(Instant.now().getEpochSecond());
    LoadId load =
        new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, new LegalEntity(Pairs.COMPANY), number);
    try {
      Stage stage =
          Stage.open(
              new Stage.Plan(
                  workplace,
                  sandbox(workplace, wishes),
                  control -> seed(control, wishes),
                  environment,
                  wishes(port, wishes),
                  installation -> new GoingLive(installation, port, load, wishes).start()));
      return new LoadGround(workplace, stage, load, wishes);
    } catch (RuntimeException e) {
      workplace.close();
      throw e;
    }
  }

  private static Installation.Wishes wishes(int port, BulkWishes wishes) {
    return new Installation.Wishes(port, POLL, SWEEP, "off", wishes.atOnce(), wishes.patience());
  }

  private static SandboxOptions sandbox(Workplace workplace, BulkWishes wishes) {
    SandboxOptions options = SandboxOptions.defaults();
    return wishes.disk() ? options.in(workplace.directory().resolve("sandbox")) : options;
  }

  /** The same companies each time, in systems that are so slow from then on. */
  static void seed(Control control, BulkWishes wishes) {
    Map<String, @Nullable Object> plan =
        Map.of(
            "seed",
            SEED,
            "accounts",
            wishes.records(),
            "customers",
            wishes.records(),
            "overlap",
            0.5,
            "variants",
            0.5,
            "country",
            "US");
    control.seed(plan);
    control.slow(wishes.delays());
  }

  LoadId load() {
    return load;
  }

  BulkWishes wishes() {
    return wishes;
  }

  /** Nothing of this ground is older; its number says so. */
  Instant begun() {
    return Instant.ofEpochSecond(load.number());
  }

  Control control() {
    return stage.control();
  }

  Journal journal() {
    return new Journal(stage.control());
  }

  TemporalClient temporal() {
    return stage.client();
  }

  ProcessWorker worker() {
    if (stage.worker() instanceof ProcessWorker process) {
      return process;
    }
    throw new IllegalStateException("the worker is no process of its own");
  }

  /** Leaves settings, store and log for whoever wants to know why; returns where they are. */
  Path keep() {
    workplace.keep();
    return workplace.directory();
  }

  @Override
  public void close() {
    try {
      stage.client().client().newUntypedWorkflowStub(load.path()).terminate("the benchmark ends");
    } catch (WorkflowException e) {
      // It has ended by itself, as it should.
    }
    stage.close();
    workplace.close();
  }
}
