package io.weft.activities.load;

import io.weft.activities.failure.TypedFailure;
import io.weft.activities.merge.Base;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Planner;
import io.weft.activities.pass.Rehearsal;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Kind;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPairStore.Finished;
import io.weft.activities.store.LoadPlace;
import io.weft.activities.store.LoadRecord;
import io.weft.activities.store.LoadTroubles;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out what would be written for each pair, by the object's own planner, from what was
 * scanned. Nothing is written, no number is drawn, no link is made.
 */
final class Rehearse {
  private static final String TO_COME = "00000000-0000-0000-0000-000000000000";

  private final Subject subject;
  private final Tools tools;
  private final Steps.Who who;

  Rehearse(Subject subject, Tools tools, Steps.Who who) {
    this.subject = subject;
    this.tools = tools;
    this.who = who;
  }

  LoadStep run(Shift shift) {
    Stage stage = new Stage(tools.stores().loads(), subject.load(), Names.REHEARSED);
    boolean complete = stage.work(shift, (place, move) -> page(place, move, shift));
    long total = new Totals(tools.stores().loads().counts(subject.load())).sum("pair/");
    return new LoadStep(complete, stage.handled(), total, null);
  }

  private void page(LoadPlace place, LoadMove move, Shift shift) {
    List<LoadPair> page =
        tools.stores().pairs().page(subject.load(), Stage.sequence(place), tools.batch());
    Scene scene = new Scene(page);
    List<Finished> planned = new ArrayList<>();
    for (LoadPair pair : page) {
      if (pair.state() == State.TODO && pair.kind() != Kind.REFUSED) {
        planned.add(plan(pair, scene, move, shift).of(pair));
      }
    }
    boolean last = page.size() < tools.batch();
    String to = page.isEmpty() ? place.at() : String.valueOf(page.get(page.size() - 1).sequence());
    tools.stores().pairs().rehearsed(move.to(to, last, page.size()), planned);
  }

  private End plan(LoadPair pair, Scene scene, LoadMove move, Shift shift) {
    try {
      Plan plan = pair.kind() == Kind.LINKED ? linked(pair, shift) : scene.plan(pair);
      return judged(pair, plan, move);
    } catch (RuntimeException e) {
      if (e instanceof TypedFailure) { // busy, or another record comes first: no fault of this one
        return new End(State.TODO, Outcome.FAILED, null);
      }
      throw e;
    }
  }

  private Plan linked(LoadPair pair, Shift shift) {
    PairId id = subject.pair(Objects.requireNonNull(pair.creatioKey()));
    return new Rehearsal(tools.passStore())
        .plan(subject.object(), id, who.attempt(tools.clock(), shift));
  }

  private static End judged(LoadPair pair, Plan plan, LoadMove move) {
    boolean wanted = pair.creatioKey() == null || pair.d365Key() == null;
    plan.problems().forEach(p -> LoadTroubles.count(move.counts(), p, path(pair)));
    if (!plan.problems().isEmpty() && (wanted || plan.writesNothing())) {
      return end(Outcome.PARKED, plan);
    }
    move.counts().add("writes/creatio", plan.writes().creatio().isEmpty() ? 0 : 1);
    move.counts().add("writes/d365", plan.writes().d365().isEmpty() ? 0 : 1);
    Outcome outcome = plan.writesNothing() ? Outcome.EQUAL : Outcome.WRITTEN;
    return end(Outcomes.of(pair.kind(), outcome), plan);
  }

  private static String path(LoadPair pair) {
    return pair.creatioKey() == null ? "d365 " + pair.d365Key() : "creatio " + pair.creatioKey();
  }

  private static End end(Outcome outcome, Plan plan) {
    Problem trouble = plan.problems().isEmpty() ? null : plan.problems().get(0);
    return new End(State.TODO, outcome, trouble);
  }

  /** The records of a page as they were scanned. */
  private final class Scene {
    private final Map<String, LoadRecord> accounts;
    private final Map<String, LoadRecord> customers;

    Scene(List<LoadPair> page) {
      accounts = named(Side.CREATIO, page);
      customers = named(Side.D365, page);
    }

    private Map<String, LoadRecord> named(Side side, List<LoadPair> page) {
      List<String> keys = new ArrayList<>();
      for (LoadPair pair : page) {
        String key = side == Side.CREATIO ? pair.creatioKey() : pair.d365Key();
        if (key != null && pair.kind() != Kind.LINKED) {
          keys.add(key);
        }
      }
      return tools.stores().records().named(subject.load(), side, keys);
    }

    Plan plan(LoadPair pair) {
      Snapshot account = snapshot(accounts, pair.creatioKey());
      Snapshot customer = snapshot(customers, pair.d365Key());
      Instant seen = subject.load().openedAt();
      return subject
          .object()
          .planner()
          .plan(
              new Planner.Question(
                  link(pair, account),
                  new Both<@Nullable Base>(null, null),
                  new Both<>(account, customer),
                  new Both<>(account == null ? null : account.modifiedOn(), seen),
                  List.of(),
                  new Both<>(Set.of(), Set.of())));
    }

    private static @Nullable Snapshot snapshot(
        Map<String, LoadRecord> records, @Nullable String key) {
      LoadRecord record = key == null ? null : records.get(key);
      return record == null ? null : record.snapshot();
    }

    private boolean leads(String creatioId, @Nullable Snapshot account) {
      RecordRef record = RecordRef.creatio(subject.name(), creatioId);
      return new Wishes(subject, tools.links()).leads(account)
          && !Link.isLed(tools.links().linksOf(record));
    }

    /** The link as it would be made; keys that would be drawn are left open. */
    private Link link(LoadPair pair, @Nullable Snapshot account) {
      boolean both = pair.creatioKey() != null && pair.d365Key() != null;
      String creatioId = pair.creatioKey() == null ? TO_COME : pair.creatioKey();
      return new Link(
          subject.pair(creatioId),
          creatioId,
          pair.d365Key() == null ? TO_COME : pair.d365Key(),
          null,
          null,
          List.of(),
          both ? LinkState.LIVE : LinkState.RESERVED,
          account == null ? Side.D365 : Side.CREATIO,
          leads(creatioId, account),
          false,
          false,
          0,
          subject.load().openedAt());
    }
  }
}
