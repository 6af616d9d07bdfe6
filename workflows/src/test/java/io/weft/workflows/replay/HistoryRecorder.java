package io.weft.workflows.replay;

import static io.weft.workflows.FakeAccounts.WRONG_GROUP;
import static io.weft.workflows.World.CONTACT;
import static io.weft.workflows.World.ORDER;
import static io.weft.workflows.World.PAIR;
import static io.weft.workflows.World.RECORD;
import static io.weft.workflows.World.USMF;
import static org.awaitility.Awaitility.await;

import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.weft.workflows.FakeAccounts;
import io.weft.workflows.FakeLoads;
import io.weft.workflows.FakePasses;
import io.weft.workflows.World;
import io.weft.workflows.desk.Desk.LoadVerb;
import io.weft.workflows.desk.Desk.SweepVerb;
import io.weft.workflows.desk.Enquiry;
import io.weft.workflows.desk.Question;
import io.weft.workflows.failure.FailureTypes;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.load.LoadActivities;
import io.weft.workflows.load.LoadChoices;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.load.LoadOrder;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.poll.PollOrder;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.TaskQueues;
import io.weft.workflows.sync.WorkflowIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Records one history per workflow and path, for {@link ReplayTest}. Not part of a build: run it
 * when a workflow or a path is new or a release is made. What was recorded once is never recorded
 * again: runs of that day are what must go on.
 *
 * <pre>./mvnw -pl workflows test -Dtest=HistoryRecorder</pre>
 */
class HistoryRecorder {
  private static final String RELEASE = "0.1";
  private static final Path FOLDER = Path.of("src/test/resources/histories", RELEASE);
  private static final String SYNC = WorkflowIds.pair(PAIR);
  private static final PollOrder ANN = new PollOrder("ann", "month-end");
  private static final LoadOrder BOB = new LoadOrder("bob", "month-end");
  private static final LoadId LOAD = new LoadId(SyncObjectName.ACCOUNT_CUSTOMER, USMF, 3);
  private static final LoadChoices CHOICES =
      new LoadChoices(LoadChoices.Creation.BOTH, "ask", null, false, "ann", "go-live");
  private static final Problem AWAY =
      new Problem(FailureTypes.DENIED, "403", "Renew the secret", "d365-denied-1", null, true);

  @Test
  void sync() throws IOException {
    record(
        "sync-settled",
        world -> {
          world.changed(Origin.WEBHOOK);
          return finished(world, SYNC);
        });
    record(
        "sync-hinted-during-pass",
        world -> {
          world.accounts.thenRun(
              request -> {
                world.changed(Origin.POLLER);
                return FakeAccounts.IN_STEP;
              });
          world.changed(Origin.WEBHOOK);
          return finished(world, SYNC);
        });
    record(
        "sync-ended",
        world -> {
          world.accounts.then(new PassOutcome.Ended("merged away", PAIR));
          world.changed(Origin.WEBHOOK);
          return finished(world, SYNC);
        });
    record("sync-waited", HistoryRecorder::waited);
    record("sync-parked-amended", HistoryRecorder::parked);
    record("sync-budget-spent", HistoryRecorder::budgetSpent);
    record("sync-healed", HistoryRecorder::healed);
    record(
        "sync-still-parked",
        world -> {
          world.accounts.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));
          world.changed(Origin.WEBHOOK);
          world.pass(Duration.ofDays(1));
          return SYNC;
        });
  }

  @Test
  void contacts() throws IOException {
    record("contact-settled", world -> changed(world, CONTACT));
    record(
        "contact-waited-parked-holding-up",
        world -> {
          world.parking.heldUp(2);
          world.passes.then(new PassOutcome.WaitsFor(PAIR, "its group is unknown"));
          world.passes.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));
          world.changed(CONTACT, Origin.WEBHOOK);
          world.pass(Duration.ofDays(1));
          world.changed(CONTACT, Origin.RELEASE);
          world.pass(Duration.ofDays(1));
          world.desk.retry(WorkflowIds.pair(CONTACT), new Instruction.Retry("ann", "fixed"));
          return finished(world, WorkflowIds.pair(CONTACT));
        });
  }

  @Test
  void orders() throws IOException {
    record("order-in-three-steps", world -> changed(world, ORDER));
    record(
        "order-hinted-between-steps",
        world -> {
          world.passes.thenRun(
              request -> {
                world.changed(ORDER, Origin.POLLER);
                return FakePasses.stepped(7, true);
              });
          return changed(world, ORDER);
        });
    record("order-waited-at-first-step", HistoryRecorder::orderWaited);
    record("order-parked-at-second-step", HistoryRecorder::orderParked);
  }

  @Test
  void introduction() throws IOException {
    String id = WorkflowIds.introduction(RECORD);
    record(
        "introduction-linked",
        world -> {
          world.starts.introduce(RECORD, world.hint(Origin.WEBHOOK));
          return finished(world, id);
        });
    record(
        "introduction-parked-linked",
        world -> {
          world.introductions.then(new IntroductionOutcome.NeedsPerson(WRONG_GROUP));
          world.starts.introduce(RECORD, world.hint(Origin.WEBHOOK));
          world.pass(Duration.ofDays(2));
          world.desk.link(id, new Instruction.Link("ann", "same", "US-001"));
          return finished(world, id);
        });
    record(
        "introduction-waited",
        world -> {
          world.introductions.then(new IntroductionOutcome.WaitsFor(PAIR, "no such group"));
          world.starts.introduce(RECORD, world.hint(Origin.WEBHOOK));
          world.pass(Duration.ofDays(2));
          world.starts.introduce(RECORD, world.hint(Origin.RELEASE));
          return finished(world, id);
        });
  }

  @Test
  void polling() throws IOException {
    record("poller-ordered", HistoryRecorder::ordered);
    record(
        "poller-troubled",
        world -> {
          world.polls.failOnce();
          world.starts.poller(USMF, 600);
          world.pass(Duration.ofMinutes(20));
          return WorkflowIds.poller(USMF);
        });
    record(
        "sweep-ordered",
        world -> {
          world.starts.sweep("main", 3600);
          world.pass(Duration.ofMinutes(90));
          world.desk.tellSweep("main", SweepVerb.PAUSE, ANN);
          world.desk.tellSweep("main", SweepVerb.RESET, ANN);
          world.pass(Duration.ofHours(5));
          world.desk.tellSweep("main", SweepVerb.RESUME, ANN);
          world.pass(Duration.ofMinutes(1));
          return WorkflowIds.creatioSweep("main");
        });
  }

  @Test
  void loads() throws IOException {
    record(
        "load-completed",
        world -> {
          world.starts.load(LOAD, false, CHOICES);
          return finished(world, LOAD.path());
        });
    record(
        "plan-completed",
        world -> {
          world.starts.load(LOAD, true, CHOICES);
          return finished(world, LOAD.path());
        });
    record("load-paused-cancelled", HistoryRecorder::pausedThenCancelled);
    record("load-parked-waited", HistoryRecorder::parkedThenWaited);
    record(
        "load-cancelled-in-temporal",
        world -> {
          world.loads.hang(true);
          world.starts.load(LOAD, false, CHOICES);
          await().until(() -> world.loads.batches() == 1);
          world.client.newUntypedWorkflowStub(LOAD.path()).cancel();
          await().until(() -> world.desk.load(LOAD).state().equals("Ended"));
          return LOAD.path();
        });
  }

  @Test
  void loadContinued() throws IOException {
    if (Files.exists(FOLDER.resolve("load-continued.json"))) {
      return;
    }
    try (World world = World.open()) {
      world.loads.batchesOf(9);
      world.starts.load(LOAD, false, CHOICES);
      var run = world.client.newUntypedWorkflowStub(LOAD.path());
      String first = run.describe().getExecution().getRunId();
      finished(world, LOAD.path());
      write("load-continued", world.client.fetchHistory(LOAD.path(), first).toJson(true));
    }
  }

  @Test
  void enquiry() throws IOException {
    record(
        "enquiry-answered",
        world -> {
          WorkflowOptions options =
              WorkflowOptions.newBuilder()
                  .setWorkflowId("enquiry/status/1")
                  .setTaskQueue(TaskQueues.LIVE)
                  .build();
          world.client.newWorkflowStub(Enquiry.class, options).ask(new Question.Status());
          return "enquiry/status/1";
        });
  }

  @Test
  void pollerContinued() throws IOException {
    if (Files.exists(FOLDER.resolve("poller-continued.json"))) {
      return;
    }
    try (World world = World.open()) {
      world.starts.poller(USMF, 60);
      String id = WorkflowIds.poller(USMF);
      String run = world.client.newUntypedWorkflowStub(id).describe().getExecution().getRunId();
      world.pass(Duration.ofMinutes(52));
      write("poller-continued", world.client.fetchHistory(id, run).toJson(true));
    }
  }

  private static String pausedThenCancelled(World world) {
    world.loads.hang(true);
    world.starts.load(LOAD, false, CHOICES);
    await().until(() -> world.loads.batches() == 1);
    world.desk.tellLoad(LOAD, LoadVerb.PAUSE, BOB);
    await().until(() -> world.desk.load(LOAD).state().equals("Paused"));
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    await().until(() -> world.loads.batches() == 2);
    world.desk.tellLoad(LOAD, LoadVerb.CANCEL, BOB);
    return finished(world, LOAD.path());
  }

  private static String parkedThenWaited(World world) {
    long began = world.env.currentTimeMillis();
    long opens = began + Duration.ofHours(5).toMillis();
    world.loads.refuseOnce("Plan 2 is not complete.");
    world.loads.window(
        () ->
            world.env.currentTimeMillis() < opens
                ? FakeLoads.until(false, opens, Duration.ZERO)
                : new LoadActivities.WindowState(true, null));
    world.starts.load(LOAD, false, CHOICES);
    world.pass(Duration.ofHours(1));
    world.desk.tellLoad(LOAD, LoadVerb.RESUME, BOB);
    world.pass(Duration.ofHours(6));
    return finished(world, LOAD.path());
  }

  private static String changed(World world, PairId pair) {
    world.changed(pair, Origin.WEBHOOK);
    return finished(world, WorkflowIds.pair(pair));
  }

  private static String orderWaited(World world) {
    world.passes.then(new PassOutcome.WaitsFor(PAIR, null));
    world.changed(ORDER, Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));
    world.changed(ORDER, Origin.RELEASE);
    return finished(world, WorkflowIds.pair(ORDER));
  }

  private static String orderParked(World world) {
    world.passes.then(FakePasses.stepped(7, true));
    world.passes.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));
    world.changed(ORDER, Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));
    world.desk.retry(WorkflowIds.pair(ORDER), new Instruction.Retry("ann", "fixed"));
    return finished(world, WorkflowIds.pair(ORDER));
  }

  private static String waited(World world) {
    world.accounts.then(new PassOutcome.WaitsFor(PAIR));
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));
    world.changed(Origin.RELEASE);
    return finished(world, SYNC);
  }

  private static String parked(World world) {
    world.accounts.then(new PassOutcome.NeedsPerson(WRONG_GROUP, List.of()));
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofDays(1));
    Map<String, String> fields = Map.of("CustomerGroupId", "10");
    world.desk.amend(SYNC, new Instruction.Amend("ann", "typo", fields));
    return finished(world, SYNC);
  }

  private static String budgetSpent(World world) {
    world.accounts.always(
        request -> {
          throw ApplicationFailure.newFailure("boom", "Bug");
        });
    world.changed(Origin.WEBHOOK);
    world.pass(Duration.ofHours(80));
    world.accounts.always(request -> FakeAccounts.IN_STEP);
    world.desk.retry(SYNC, new Instruction.Retry("ann", "fixed"));
    return finished(world, SYNC);
  }

  private static String healed(World world) {
    world.accounts.then(new PassOutcome.NeedsPerson(AWAY, List.of()));
    world.accounts.then(new PassOutcome.NeedsPerson(AWAY, List.of()));
    world.changed(Origin.WEBHOOK);
    return finished(world, SYNC);
  }

  private static String ordered(World world) {
    world.polls.hang(true);
    world.starts.poller(USMF, 600);
    await().until(() -> world.polls.turns() == 1);
    world.desk.pausePoller(USMF, ANN);
    await().until(() -> world.desk.poller(USMF).state().equals("Paused"));
    world.desk.resetPoller(USMF, ANN);
    await().until(() -> world.polls.resets().size() == 1);
    world.polls.hang(false);
    world.desk.resumePoller(USMF, ANN);
    world.pass(Duration.ofMinutes(15));
    return WorkflowIds.poller(USMF);
  }

  private static String finished(World world, String workflowId) {
    world.finish(world.client.newUntypedWorkflowStub(workflowId));
    return workflowId;
  }

  private static void record(String name, Function<World, String> story) throws IOException {
    if (Files.exists(FOLDER.resolve(name + ".json"))) {
      return;
    }
    try (World world = World.open()) {
      write(name, world.client.fetchHistory(story.apply(world)).toJson(true));
    }
  }

  private static void write(String name, String json) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name + ".json"), json + "\n");
  }
}
