package io.weft.stage;

import io.weft.activities.desk.Newcomers;
import io.weft.activities.desk.PairPreview;
import io.weft.activities.desk.Previews;
import io.weft.activities.hint.Answered;
import io.weft.activities.hint.Waiting;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.BatchPass;
import io.weft.activities.pass.Pass;
import io.weft.activities.pass.Rehearsal;
import io.weft.activities.secret.Secrets;
import io.weft.activities.settings.Source;
import io.weft.activities.settings.WeftSettings;
import io.weft.activities.store.sql.SqlStores;
import io.weft.sandbox.Sandbox;
import io.weft.sandbox.SandboxOptions;
import io.weft.worker.Stores;
import io.weft.worker.Systems;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.desk.Question;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The rooms of all sync objects on a sandbox and a store of their own, without Temporal: a test
 * says what a messenger has seen, and {@link #quiet} works until nothing is left to do.
 */
public final class ObjectStage implements AutoCloseable {
  private final Sandbox sandbox;
  private final Control control;
  private final WeftSettings settings;
  private final Systems systems;
  private final Stores stores;
  private final Clock clock = Clock.systemUTC();
  private final StageRuns runs;

  private ObjectStage(Sandbox sandbox, Path directory, UnaryOperator<String> settings) {
    this.sandbox = sandbox;
    this.control = new Control(sandbox.url());
    this.settings = settings(sandbox, control, directory, settings);
    this.systems = Systems.connect(this.settings, clock);
    this.stores = Stores.open(this.settings, clock);
    this.runs = new StageRuns(this.settings, systems, stores.all(), clock);
  }

  /**
   * A sandbox, and settings for it.
   *
   * @param settings changes the text of the demo's {@code weft.yaml}
   */
  public static ObjectStage start(Path directory, UnaryOperator<String> settings) {
    return new ObjectStage(Sandbox.start(SandboxOptions.defaults()), directory, settings);
  }

  private static WeftSettings settings(
      Sandbox sandbox, Control control, Path directory, UnaryOperator<String> change) {
    Installation.Wishes wishes =
        new Installation.Wishes(0, Duration.ofSeconds(5), Duration.ofSeconds(60));
    Installation made = Installation.write(directory, sandbox.url(), control, wishes);
    try {
      Files.writeString(
          made.settings(), change.apply(accountsOnly(Files.readString(made.settings()))));
      return WeftSettings.read(
          Source.of(made.settings(), new Secrets(made.environment(), null), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Contacts and orders are switched on by the tests that want them, each in its own way. */
  static String accountsOnly(String text) {
    return text.substring(0, text.indexOf("\norder:"))
        .replace("  contact:\n    mode: write\n", "")
        .replace("  order-sales-order:\n    mode: write\n", "");
  }

  /** The control addresses of the sandbox. */
  public Control control() {
    return control;
  }

  /** People at the screens of both systems. */
  public Users users() {
    return new Users(control);
  }

  /** The store. */
  public SqlStores stores() {
    return stores.all();
  }

  /** Many pairs in one go. */
  public List<BatchPass.BatchOutcome> batch(SyncObject object, List<PairId> all) {
    return runs.batch(object, all);
  }

  /** Records that wait for one another. */
  public Waiting waiting() {
    return runs.waiting();
  }

  /** The settings that the stage was built from. */
  public WeftSettings settings() {
    return settings;
  }

  /** The clients of both systems. */
  public Systems systems() {
    return systems;
  }

  /** The pass that the stage reconciles with. */
  public Pass pass() {
    return runs.pass();
  }

  /** The plugs of all objects that are on. */
  public SyncObjects objects() {
    return runs.objects();
  }

  /** Wakes newcomers that wait for a person. */
  Answered answered() {
    return new Answered(stores().parked(), stores().links(), runs.queue(), clock);
  }

  /** A messenger has seen a change of these records. */
  public ObjectStage seen(RecordRef... records) {
    tell(List.of(records).stream().map(r -> Hint.of(r, Origin.EVENT, clock.instant())).toList());
    return this;
  }

  /** A messenger has seen that a record is gone. */
  public ObjectStage gone(RecordRef record) {
    tell(List.of(new Hint(record, Origin.SWEEP, clock.instant(), null, null, true)));
    return this;
  }

  /** Stores hints and tells the runs concerned; records held back for a load wait. */
  public void tell(List<Hint> hints) {
    runs.queue().tell(hints);
  }

  /** An operator says something about a pair. */
  public ObjectStage said(PairId pair, Instruction instruction) {
    runs.said(pair, instruction);
    return this;
  }

  /** Tells what the store holds untold, as the backlog does. */
  public ObjectStage backlog() {
    runs.queue().backlog();
    return this;
  }

  /** What happens each time when an order's lines are in step and its totals are to be compared. */
  ObjectStage beforeTheLastStep(Runnable meanwhile) {
    runs.beforeTheLastStep(meanwhile);
    return this;
  }

  /** Introduces and reconciles until nothing is left to do. */
  public ObjectStage quiet() {
    runs.quiet();
    return this;
  }

  /** What {@code weft map preview} says of a record. */
  public Answer previewed(RecordRef record) {
    PairPreview pairs = new PairPreview(objects(), new Rehearsal(stores().passes()), runs::attempt);
    Newcomers others = new Newcomers(objects(), stores().waiters(), clock);
    return new Previews(stores().links(), pairs, others)
        .answer(new Question.Preview(record.path()));
  }

  /** How the last pass of a pair ended. */
  public Optional<PassOutcome> passed(PairId pair) {
    return runs.passed(pair);
  }

  /** How the last introduction of a record ended. */
  public Optional<IntroductionOutcome> introduced(RecordRef record) {
    return runs.introduced(record);
  }

  @Override
  public void close() {
    stores.close();
    systems.close();
    sandbox.close();
  }
}
