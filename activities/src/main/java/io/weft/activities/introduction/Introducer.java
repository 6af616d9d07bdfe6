package io.weft.activities.introduction;

import io.weft.activities.hint.Waiting;
import io.weft.activities.object.Arrival;
import io.weft.activities.object.Meeting;
import io.weft.activities.object.Need;
import io.weft.activities.object.Newcomer;
import io.weft.activities.object.Route;
import io.weft.activities.object.SyncObject;
import io.weft.activities.object.SyncObjects;
import io.weft.activities.pass.Attempt;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.HintStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.LinkWanted;
import io.weft.activities.store.Linking;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.introduction.IntroductionOutcome;
import io.weft.workflows.introduction.IntroductionRequest;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.record.LegalEntity;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Introduces a newcomer: linked already, forward it; else route it to its legal entities, look for
 * the same company on the other side, fix the key of the record to be made, link. Creates nothing
 * itself: the pass does, under the key fixed here. Safe to repeat and to run twice at once: links
 * are unique on both keys and on what tells companies apart.
 */
public final class Introducer {
  private static final int STARTS = 3;

  private final SyncObjects objects;
  private final LinkStore links;
  private final HintStore hints;
  private final Waiting waiting;
  private final Partners partners;
  private final Merges merges;

  public Introducer(
      SyncObjects objects, LinkStore links, HintStore hints, Waiting waiting, Reviewed reviewed) {
    this.waiting = waiting;
    this.objects = objects;
    this.links = links;
    this.hints = hints;
    this.partners = new Partners(reviewed);
    this.merges = new Merges(objects, links);
  }

  /**
   * Introduces one record. The pairs of an Introduced outcome have taken over its hints and must be
   * told.
   *
   * @throws AwaitedTwin if the same company is just being introduced from elsewhere
   * @throws io.weft.activities.failure.RemoteException if a system is away
   */
  public IntroductionOutcome introduce(IntroductionRequest request, Attempt attempt) {
    RecordRef record = request.record();
    @Nullable Instruction said = last(request);
    if (said instanceof Instruction.Discard discard) {
      long mark = hints.introductionMark(record);
      waiting.over(record);
      hints.closeIntroduction(record, mark, Disposition.DISCARDED, discard.why());
      return new IntroductionOutcome.LeftOut("let go by " + discard.who() + ": " + discard.why());
    }
    for (int start = 1; start <= STARTS; start++) {
      IntroductionOutcome outcome = arrive(record, said, attempt);
      if (outcome != null) {
        return outcome;
      }
    }
    throw new AwaitedTwin(record.path());
  }

  /** Null after linking, or where somebody else was faster: look again whether all is linked. */
  private @Nullable IntroductionOutcome arrive(
      RecordRef record, @Nullable Instruction said, Attempt attempt) {
    SyncObject object = objects.arriving(record);
    long mark = hints.introductionMark(record); // what comes in later was not seen by this read
    attempt.beforeSend();
    Optional<Snapshot> snapshot = object.records().of(record.side()).read(record);
    if (snapshot.isEmpty() && !links.linksOf(record).isEmpty()) {
      waiting.over(record);
      return new IntroductionOutcome.Introduced(hints.introduced(record));
    }
    if (snapshot.isEmpty()) {
      return leftOut(record, mark, "it is no longer there, or not visible to the integration user");
    }
    Newcomer newcomer = new Newcomer(snapshot.get(), waiting.isWanted(record));
    Route route = object.arrival().route(newcomer);
    if (route instanceof Route.Waits waits) {
      return waits(record, waits.need(), said);
    }
    if (route instanceof Route.LeftOut out) {
      return leftOut(record, mark, out.why());
    }
    if (route instanceof Route.NoRule none) {
      return new IntroductionOutcome.NeedsPerson(none.problem());
    }
    List<LegalEntity> all = ((Route.To) route).legalEntities();
    if (unlinked(record, all).isEmpty()) {
      waiting.over(record);
      return new IntroductionOutcome.Introduced(hints.introduced(record));
    }
    return linkAll(newcomer, all, said, attempt);
  }

  private @Nullable IntroductionOutcome waits(
      RecordRef record, Need need, @Nullable Instruction said) {
    if (said instanceof Instruction.Retry) {
      waiting.askAgain(record, null);
    }
    Waiting.Answer answer = waiting.ask(record, null, need);
    if (answer instanceof Waiting.Answer.Wait wait) {
      return new IntroductionOutcome.WaitsFor(wait.other(), wait.because());
    }
    return answer instanceof Waiting.Answer.Never never
        ? new IntroductionOutcome.NeedsPerson(IntroductionProblems.neverLinked(need, never.why()))
        : null; // linked this very moment: look again
  }

  private List<LegalEntity> unlinked(RecordRef record, List<LegalEntity> all) {
    List<Link> linked = links.linksOf(record);
    return all.stream()
        .filter(le -> linked.stream().noneMatch(l -> l.pair().legalEntity().equals(le)))
        .toList();
  }

  private IntroductionOutcome leftOut(RecordRef record, long mark, String why) {
    waiting.over(record); // before its hints are closed: after that nobody comes back to it
    hints.closeIntroduction(record, mark, Disposition.FILTERED, why);
    waiting.refused(record, why);
    return new IntroductionOutcome.LeftOut(why);
  }

  /**
   * Meets in all legal entities before it links in any, so that a doubt leaves nothing half done.
   */
  private @Nullable IntroductionOutcome linkAll(
      Newcomer newcomer, List<LegalEntity> all, @Nullable Instruction said, Attempt attempt) {
    RecordRef record = newcomer.snapshot().record();
    Map<LegalEntity, Meeting> meetings = new LinkedHashMap<>();
    for (LegalEntity legalEntity : unlinked(record, all)) {
      Arrival arrival = objects.of(record.object(), legalEntity).arrival();
      attempt.beforeSend();
      Meeting meeting = partners.meet(arrival, newcomer, legalEntity, said);
      if (meeting instanceof Meeting.Doubtful doubtful) {
        return new IntroductionOutcome.NeedsPerson(doubtful.problem());
      }
      if (meeting instanceof Meeting.Nobody) {
        merges.awaitThoseMergedInto(record, legalEntity);
      }
      meetings.put(legalEntity, meeting);
    }
    for (Map.Entry<LegalEntity, Meeting> met : meetings.entrySet()) {
      Arrival arrival = objects.of(record.object(), met.getKey()).arrival();
      boolean leading = arrival.leads(met.getKey(), all);
      Linking linking =
          links.link(wanted(arrival, newcomer, met.getKey(), met.getValue(), leading));
      IntroductionOutcome refused = refusal(newcomer, linking);
      if (refused != null) {
        return refused;
      }
    }
    return null;
  }

  private LinkWanted wanted(
      Arrival arrival,
      Newcomer newcomer,
      LegalEntity legalEntity,
      Meeting meeting,
      boolean leading) {
    RecordRef record = newcomer.snapshot().record();
    @Nullable Snapshot partner = meeting instanceof Meeting.Sure sure ? sure.partner() : null;
    boolean fromCreatio = record.side() == Side.CREATIO;
    String creatioId =
        fromCreatio
            ? record.key()
            : partner == null ? arrival.newCreatioId(newcomer) : partner.record().key();
    PairId pair = new PairId(record.object(), legalEntity, creatioId);
    String d365Key =
        fromCreatio
            ? partner == null ? arrival.newD365Key(pair, links) : partner.record().key()
            : record.key();
    return new LinkWanted(
        pair,
        d365Key,
        party(fromCreatio ? partner : newcomer.snapshot()),
        null,
        record.side(),
        leading,
        partner != null,
        partner == null ? arrival.matchKeys(newcomer) : List.of());
  }

  private static @Nullable String party(@Nullable Snapshot d365) {
    String party = d365 == null ? "" : d365.fields().get("PartyNumber").text();
    return party.isEmpty() ? null : party;
  }

  private @Nullable IntroductionOutcome refusal(Newcomer newcomer, Linking linking) {
    if (linking instanceof Linking.Reserved reserved) {
      throw new AwaitedTwin(reserved.by().pair().path());
    }
    if (linking instanceof Linking.Taken taken) {
      RecordRef record = newcomer.snapshot().record();
      if (Provisional.is(taken.by().d365Key())) {
        throw new AwaitedTwin(taken.by().pair().path()); // it may be the very one just made
      }
      boolean ourselves = links.linksOf(record).stream().anyMatch(l -> sameRecord(l, taken.by()));
      if (!ourselves && merges.wasMergedInto(record, taken.by())) {
        throw new PairToMove(taken.by());
      }
      return ourselves
          ? null // a twin of this attempt was faster
          : new IntroductionOutcome.NeedsPerson(
              IntroductionProblems.partnerTaken(newcomer, taken.by()));
    }
    return null;
  }

  private static boolean sameRecord(Link one, Link other) {
    return one.pair().equals(other.pair());
  }

  private static @Nullable Instruction last(IntroductionRequest request) {
    List<Instruction> said = request.instructions();
    return said.isEmpty() ? null : said.get(said.size() - 1);
  }
}
