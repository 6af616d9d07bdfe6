package io.weft.bench;

import io.weft.sandbox.SandboxOptions;
import io.weft.stage.Await;
import io.weft.stage.Control;
import io.weft.stage.HintSums;
import io.weft.stage.Installation;
import io.weft.stage.Journal;
import io.weft.stage.NotSeen;
import io.weft.stage.Ports;
import io.weft.stage.ProcessWorker;
import io.weft.stage.Stage;
import io.weft.stage.Users;
import io.weft.stage.Workplace;
import io.weft.workflows.client.TemporalClient;
import io.weft.workflows.desk.Desk;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Linked pairs, a worker in a process of its own, and a Temporal that was there before. */
final class Ground implements AutoCloseable {
  private static final Duration SWEEP = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Workplace workplace;
  private final Stage stage;
  private final ProcessWorker worker;
  private final Pairs pairs;

  private Ground(Workplace workplace, Stage stage, Pairs pairs) {
    this.workplace = workplace;
    this.stage = stage;
    this.worker = worker(stage);
    this.pairs = pairs;
  }

  /** Puts everything up and waits until all pairs are linked and nothing is in flight. */
  static Ground open(Map<String, String> environment, int pairs, Duration pollInterval) {
    Workplace workplace = Workplace.make();
    try {
      int port = Ports.free();
      Stage stage =
          Stage.open(
              new Stage.Plan(
                  workplace,
                  options(),
                  control -> Pairs.make(control, pairs),
                  environment,
                  new Installation.Wishes(port, pollInterval, SWEEP),
                  installation -> ProcessWorker.start(installation, port)));
      return linked(workplace, stage, pairs);
    } catch (NotSeen e) {
      workplace.keep();
      throw new NotSeen(e.getMessage() + " (files: " + workplace.directory() + ")");
    } catch (RuntimeException e) {
      workplace.close();
      throw e;
    }
  }

  private static Ground linked(Workplace workplace, Stage stage, int count) {
    try {
      Ground ground = new Ground(workplace, stage, Pairs.linked(new Users(stage.control()), count));
      ground.quiet();
      return ground;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  private static SandboxOptions options() {
    SandboxOptions standard = SandboxOptions.defaults();
    long ids = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    return new SandboxOptions(standard.host(), standard.port(), ids, 0, 0, 0, 0, standard.delays());
  }

  private static ProcessWorker worker(Stage stage) {
    if (stage.worker() instanceof ProcessWorker process) {
      return process;
    }
    throw new IllegalStateException("the worker is no process of its own");
  }

  /** Waits until the worker has nothing in flight; returns its count. */
  HintSums quiet() {
    return Await.seen(
        PATIENCE,
        "nothing in flight",
        () -> Optional.of(sums()).filter(sums -> sums.inFlight() == 0));
  }

  HintSums sums() {
    return HintSums.ask(new Desk(stage.client().client()));
  }

  Control control() {
    return stage.control();
  }

  Users users() {
    return new Users(stage.control());
  }

  Journal journal() {
    return new Journal(stage.control());
  }

  TemporalClient temporal() {
    return stage.client();
  }

  ProcessWorker worker() {
    return worker;
  }

  Pairs pairs() {
    return pairs;
  }

  /** Memory in words. */
  String memory() {
    return megabytes("VmRSS")
        + " resident, "
        + megabytes("VmHWM")
        + " at most (heap limit "
        + ProcessWorker.HEAP
        + " MB)";
  }

  String megabytes(String line) {
    var memory = worker.memory(line);
    return memory.isPresent() ? memory.getAsLong() / 1024 + " MB" : "unknown";
  }

  @Override
  public void close() {
    stage.close();
    workplace.close();
  }
}
