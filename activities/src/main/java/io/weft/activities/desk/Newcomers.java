package io.weft.activities.desk;

import io.weft.activities.merge.Plan;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Planner;
import io.weft.activities.object.Route;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.Provisional;
import io.weft.activities.store.WaiterStore;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.desk.Answer;
import io.weft.workflows.failure.Problem;
import io.weft.workflows.pass.FieldDecision;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the introduction of a record that is not linked would do. Reads both systems; reserves no
 * number, links nothing, writes nothing.
 */
public final class Newcomers {
  /** Stands for the number of a record that is not there. */
  private static final String NEW = Provisional.key("preview");

  private final SyncObjects objects;
  private final WaiterStore waiters;
  private final Clock clock;

  public Newcomers(SyncObjects objects, WaiterStore waiters, Clock clock) {
    this.objects = objects;
    this.waiters = waiters;
    this.clock = clock;
  }

  /** The sentences, decisions and problems of one preview. */
  private record Draft(
      List<String> sentences, List<FieldDecision> decisions, List<Problem> problems) {
    Draft() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /** What would become of a record; refused if its object is off or it is not there. */
  Answer preview(RecordRef record) {
    SyncObject object;
    try {
      object = objects.arriving(record);
    } catch (IllegalArgumentException e) {
      return new Answer.Refused(
          record.path() + " is not linked, and " + record.object() + " is switched off.");
    }
    Optional<Snapshot> snapshot = object.records().of(record.side()).read(record);
    if (snapshot.isEmpty()) {
      return new Answer.Refused(
          record.path()
              + " is not linked, and "
              + record.side().title()
              + " does not have it, or hides it from our user.");
    }
    Newcomer newcomer = new Newcomer(snapshot.get(), !waiters.on(record).isEmpty());
    Draft draft = new Draft();
    draft.sentences().add("Not linked yet.");
    say(draft, object.arrival().route(newcomer), newcomer);
    return new Answer.PreviewReport(
        record.path(), String.join(" ", draft.sentences()), draft.decisions(), draft.problems());
  }

  private void say(Draft draft, Route route, Newcomer newcomer) {
    if (route instanceof Route.LeftOut out) {
      draft.sentences().add("It would be left out: " + out.why() + ".");
    } else if (route instanceof Route.NoRule none) {
      draft.sentences().add("It would wait for a person.");
      draft.problems().add(none.problem());
    } else if (route instanceof Route.Waits waits) {
      String other = waits.need().record().path();
      String where = " to be linked in " + waits.need().legalEntity() + " first.";
      draft.sentences().add("It would wait for " + other + where);
    } else if (route instanceof Route.To to) {
      to.legalEntities().forEach(le -> meet(draft, newcomer, le));
    }
  }

  private void meet(Draft draft, Newcomer newcomer, LegalEntity legalEntity) {
    SyncObject object = objects.of(newcomer.snapshot().record().object(), legalEntity);
    Meeting meeting = object.arrival().meet(newcomer, legalEntity);
    if (meeting instanceof Meeting.Doubtful doubtful) {
      draft.sentences().add("In " + legalEntity + " it would wait for a person.");
      draft.problems().add(doubtful.problem());
      return;
    }
    @Nullable Snapshot partner = meeting instanceof Meeting.Sure sure ? sure.partner() : null;
    draft
        .sentences()
        .add(
            meeting instanceof Meeting.Sure sure
                ? "In "
                    + legalEntity
                    + " it would be linked to "
                    + sure.partner().record().path()
                    + " ("
                    + sure.evidence()
                    + ")."
                : "In " + legalEntity + " its partner would be made.");
    if (draft.decisions().isEmpty()) {
      plan(draft, object, newcomer, legalEntity, partner);
    }
  }

  /** The fields of the first legal entity, which leads; the others get theirs from it. */
  private void plan(
      Draft draft,
      SyncObject object,
      Newcomer newcomer,
      LegalEntity legalEntity,
      @Nullable Snapshot partner) {
    try {
      Link link = link(object, newcomer, legalEntity, partner);
      add(draft, object, link, newcomer.snapshot(), partner);
      lines(draft, link, newcomer.snapshot().record());
    } catch (IllegalArgumentException | IllegalStateException e) {
      draft.sentences().add("Its fields can be shown once it is linked: " + e.getMessage() + ".");
    }
  }

  /** A document is made with all of its lines. */
  private void lines(Draft draft, Link link, RecordRef record) {
    Optional<SyncObject> lines = objects.lines(record.object(), link.pair().legalEntity());
    lines.ifPresent(
        plug ->
            plug.records()
                .of(record.side())
                .read(record)
                .ifPresent(seen -> add(draft, plug, link, seen, null)));
  }

  private void add(
      Draft draft, SyncObject object, Link link, Snapshot seen, @Nullable Snapshot partner) {
    boolean fromCreatio = seen.record().side() == Side.CREATIO;
    Plan plan =
        object
            .planner()
            .plan(
                new Planner.Question(
                    link,
                    new Both<>(null, null),
                    fromCreatio ? new Both<>(seen, partner) : new Both<>(partner, seen),
                    new Both<>(clock.instant(), clock.instant()),
                    List.of(),
                    new Both<>(Set.of(), Set.of())));
    draft.decisions().addAll(plan.decisions());
    draft.problems().addAll(plan.problems());
  }

  private Link link(
      SyncObject object, Newcomer newcomer, LegalEntity legalEntity, @Nullable Snapshot partner) {
    RecordRef record = newcomer.snapshot().record();
    boolean fromCreatio = record.side() == Side.CREATIO;
    String other = partner == null ? NEW : partner.record().key();
    String creatioId =
        fromCreatio
            ? record.key()
            : partner == null ? object.arrival().newCreatioId(newcomer) : other;
    return new Link(
        new PairId(record.object(), legalEntity, creatioId),
        creatioId,
        fromCreatio ? other : record.key(),
        null,
        null,
        List.of(),
        partner == null ? LinkState.RESERVED : LinkState.LIVE,
        record.side(),
        true,
        false,
        false,
        0,
        clock.instant());
  }
}
