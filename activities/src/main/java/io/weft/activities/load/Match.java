package io.weft.activities.load;

import io.weft.activities.store.Load;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecordStore;
import io.weft.activities.store.LoadRecordStore.Difference;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.load.LoadId;
import io.weft.workflows.record.Side;
import java.util.List;

/**
 * Judges what was scanned, stage after stage: what is linked, what is alike on both sides and on
 * one, and what is to be done. Refuses a population that is not the plan's.
 */
final class Match {
  private static final int EXAMPLES = 3;

  private final LoadStores stores;
  private final Subject subject;
  private final Crew crew;

  Match(LoadStores stores, Subject subject, Crew crew) {
    this.stores = stores;
    this.subject = subject;
    this.crew = crew;
  }

  LoadStep run(Shift shift) {
    requirePlan();
    Marking marking = new Marking(stores, subject);
    Resolving resolving = new Resolving(stores, subject);
    boolean complete =
        stage(Names.CROWDS).work(shift, this::gather)
            && pages(Names.linked(Side.D365), shift, marking.of(Side.D365))
            && pages(Names.linked(Side.CREATIO), shift, marking.of(Side.CREATIO))
            && compared(shift)
            && pages(Names.resolved(Side.D365), shift, resolving.of(Side.D365))
            && pages(Names.resolved(Side.CREATIO), shift, resolving.of(Side.CREATIO));
    long handled = 0;
    for (Side side : Side.values()) {
      handled += stage(Names.linked(side)).handled();
      handled += stage(Names.alike(side)).handled();
      handled += stage(Names.resolved(side)).handled();
    }
    handled += stage(Names.JUDGED).handled();
    return new LoadStep(complete, handled, total(), null);
  }

  /** Alike on both sides, and on each of them: three searches through the same homes. */
  private boolean compared(Shift shift) {
    Faces faces = Faces.of(stores, subject);
    Twins twins = new Twins(stores, subject, faces);
    List<Abreast.Search> searches =
        List.of(
            Abreast.Search.of(stage(Names.JUDGED), new Judging(stores, subject, faces)),
            Abreast.Search.of(stage(Names.alike(Side.D365)), twins.of(Side.D365)),
            Abreast.Search.of(stage(Names.alike(Side.CREATIO)), twins.of(Side.CREATIO)));
    return new Abreast(crew, searches).work(shift);
  }

  private Stage stage(String name) {
    return new Stage(stores.loads(), subject.load(), name);
  }

  private boolean pages(String name, Shift shift, Stage.Step step) {
    return stage(name).work(shift, step);
  }

  /** Each record of Creatio is looked at three times, each of D365 four times. */
  private long total() {
    return 3 * stage(Names.scan(Side.CREATIO)).handled()
        + 4 * stage(Names.scan(Side.D365)).handled();
  }

  private void gather(LoadPlace place, LoadMove move) {
    int slice = Math.toIntExact(Stage.sequence(place));
    int next = slice + 1;
    LoadMove done = move.to(String.valueOf(next), next == LoadRecordStore.SLICES, 0);
    stores.records().gather(done, slice, subject.loadable().likeness().crowd());
  }

  /** Compared once, before anything is judged; what was accepted then stays accepted. */
  private void requirePlan() {
    Integer number = subject.load().choices().plan();
    Stage population = stage(Names.POPULATION);
    if (number == null || population.isComplete()) {
      return;
    }
    LoadId id = new LoadId(subject.name(), subject.legalEntity(), number);
    Load plan =
        stores.loads().find(id).orElseThrow(() -> new LoadRefused("there is no plan " + id));
    Difference difference = stores.records().difference(plan, subject.load(), EXAMPLES);
    if (!difference.isNone() && !subject.load().choices().acceptChanges()) {
      throw new LoadRefused(
          words(plan, difference),
          "Cancel it, then plan again and look at the new plan; or start it again with"
              + " --accept-changes.");
    }
    population.done();
  }

  private static String words(Load plan, Difference difference) {
    return "The population is not the one of plan "
        + plan.id().number()
        + ": "
        + difference.added()
        + " added, "
        + difference.gone()
        + " gone, "
        + difference.changed()
        + " changed, for example "
        + String.join(", ", difference.examples())
        + ".";
  }
}
