package io.weft.activities.pass;

import io.weft.activities.merge.Base;
import io.weft.activities.object.Standing;
import io.weft.activities.store.Delivery;
import io.weft.activities.store.Disposition;
import io.weft.activities.store.Link;
import io.weft.activities.store.LinkChange;
import io.weft.activities.store.LinkState;
import io.weft.activities.store.LinkStore;
import io.weft.activities.store.Linking;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Settled;
import io.weft.activities.store.Settlement;
import io.weft.workflows.pass.Instruction;
import io.weft.workflows.pass.PassOutcome;
import io.weft.workflows.pass.Progress;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last transaction of a pass, and what the pass tells its workflow. */
final class Settling {
  private final PassStore store;
  private final LinkStore links;

  Settling(PassStore store, LinkStore links) {
    this.store = store;
    this.links = links;
  }

  /** Ends a pass that has carried out what it could. */
  PassOutcome finish(Work work) {
    if (!work.problems.isEmpty() && !discarded(work)) {
      return parked(work);
    }
    if (work.proposed && work.object.approvals()) {
      settle(work, LinkChange.NONE, true);
      return new PassOutcome.Proposed(work.decisions);
    }
    return settled(work);
  }

  /** Ends a pass after which nothing waits for a person. */
  PassOutcome settled(Work work) {
    if (!work.last) {
      return stepped(work);
    }
    if (Parts.unmoved(work)) {
      work.digests = Parts.digests(work);
    }
    return told(work);
  }

  /** Ends a look at hints that told nothing, whatever steps might follow. */
  PassOutcome told(Work work) {
    Settled done = settle(work, LinkChange.NONE, true);
    return new PassOutcome.Settled(work.decisions, done.more());
  }

  /** Ends a step that others follow; if nothing is to do at all, nothing follows. */
  private PassOutcome stepped(Work work) {
    boolean idle =
        work.request.progress() == null
            && work.sheet.deliveries().isEmpty()
            && work.request.instructions().isEmpty()
            && !work.wrote
            && work.link().state() != LinkState.RESERVED;
    settle(work, LinkChange.NONE, idle);
    return idle
        ? new PassOutcome.Settled(work.decisions, false)
        : new PassOutcome.Stepped(work.decisions, work.progress());
  }

  /** Ends a look at a record that waits for another: its hints stay open. */
  void waiting(Work work) {
    settle(work, LinkChange.NONE, false);
  }

  /** Ends a look that found the record belonging to somebody else: the next one makes a new one. */
  PassOutcome moved(Work work, String newKey) {
    work.bases = new Both<>(Base.NONE, Base.NONE);
    work.digests = new Both<>(null, null);
    work.linkChange = LinkChange.to(LinkState.RESERVED).then(LinkChange.number(newKey));
    work.now = new Both<>(null, null);
    work.d365Key = work.link().d365Key();
    work.again = true;
    Settled done = settle(work, LinkChange.NONE, true);
    return new PassOutcome.Settled(work.decisions, done.more());
  }

  /** Ends a pass that leaves something to a person: hints stay open, the desk keeps its entry. */
  PassOutcome parked(Work work) {
    if (discarded(work)) {
      return settled(work);
    }
    settle(work, LinkChange.NONE, false);
    return new PassOutcome.NeedsPerson(PassProblems.first(work.problems), work.decisions);
  }

  /**
   * Gives the record to be made another number. Fenced like every write of a pass: an overtaken
   * twin takes the record that its successor has just made for a stranger's.
   */
  void renumber(Work work, String number) {
    Settlement done =
        new Settlement(
            List.of(),
            new Both<>(null, null),
            new Both<>(null, null),
            Map.of(),
            new Both<>(null, null),
            LinkChange.number(number),
            List.of(),
            List.of(),
            false,
            false);
    store.settle(work.sheet, done);
  }

  /** Ends a pair that is no more, or hands it to the record that its own was merged into. */
  PassOutcome over(Work work, Standing.Over over) {
    if (over.successor() != null) {
      return merged(work, over.successor(), over.why());
    }
    settle(work, LinkChange.to(over.state()), true);
    return new PassOutcome.Ended(over.why(), null);
  }

  /**
   * What this pass wrote, and a number that it learned, belong to the pair before it is handed on.
   */
  private PassOutcome merged(Work work, String survivor, String why) {
    if (!work.results.isEmpty()) {
      settle(work, LinkChange.NONE, false);
      throw new Pass.StartAgain();
    }
    Linking moved = links.move(work.link(), survivor);
    if (moved instanceof Linking.Made made) {
      store.release(work.sheet);
      PairId successor = made.link().pair();
      return new PassOutcome.Ended(why, successor);
    }
    String partner =
        moved instanceof Linking.Taken taken ? taken.by().d365Key() : "of another pair";
    if (discarded(work)) {
      settle(work, LinkChange.to(LinkState.MERGED), true);
      return new PassOutcome.Ended(why, null);
    }
    work.problems.add(PassProblems.mergedInto(work.link().record(Side.CREATIO), survivor, partner));
    return parked(work);
  }

  private Settled settle(Work work, LinkChange end, boolean done) {
    return store.settle(work.sheet, settlement(work, end, done));
  }

  /** As {@link #finish} would settle it, for somebody who settles many at once. */
  static Settlement last(Work work) {
    return settlement(work, LinkChange.NONE, work.problems.isEmpty());
  }

  /** What {@link #finish} would say of it once it is settled. */
  static PassOutcome outcome(Work work, Settled done) {
    if (!work.problems.isEmpty()) {
      return new PassOutcome.NeedsPerson(PassProblems.first(work.problems), work.decisions);
    }
    return work.proposed && work.object.approvals()
        ? new PassOutcome.Proposed(work.decisions)
        : new PassOutcome.Settled(work.decisions, done.more());
  }

  private static Settlement settlement(Work work, LinkChange end, boolean done) {
    LinkChange learned = work.object.lifecycle().learned(work.link(), work.now).then(asking(work));
    return new Settlement(
        work.results,
        work.observed ? work.sheet.bases() : work.bases,
        work.digests,
        done ? coverage(work) : Map.of(),
        work.object.document() ? new Both<>(null, null) : work.seen,
        learned.then(number(work)).then(work.linkChange).then(end),
        done && work.last ? work.request.instructions() : List.of(),
        work.remarks,
        work.again,
        done);
  }

  /** What a load has left to a person stays there until the two no longer contradict each other. */
  private static LinkChange asking(Work work) {
    Link link = work.link();
    boolean asks =
        work.asked == null ? link.asks() : work.asked && (link.asks() || work.object.asks());
    return asks == link.asks() ? LinkChange.NONE : LinkChange.asking(asks);
  }

  /** The number that D365 has assigned meanwhile. */
  private static LinkChange number(Work work) {
    boolean news = !work.d365Key.equals(work.link().d365Key());
    return news ? LinkChange.number(work.d365Key) : LinkChange.NONE;
  }

  /**
   * Every delivery noted at the start, newest first in rank: older ones of a record are superseded.
   */
  private static Map<Long, Disposition> coverage(Work work) {
    Map<Long, Disposition> covered = new LinkedHashMap<>();
    Map<String, Long> newest = new LinkedHashMap<>();
    Progress progress = work.request.progress();
    boolean all = progress == null || Parts.unmoved(work);
    long mark = progress == null ? Long.MAX_VALUE : progress.mark();
    List<Delivery> seen =
        work.sheet.deliveries().stream().filter(d -> all || d.hintId() <= mark).toList();
    for (Delivery delivery : seen) {
      Long before = newest.put(delivery.hint().record().path(), delivery.hintId());
      if (before != null) {
        covered.put(before, Disposition.SUPERSEDED);
      }
    }
    newest
        .values()
        .forEach(id -> covered.put(id, id <= mark ? disposition(work) : Disposition.EQUAL));
    return covered;
  }

  private static Disposition disposition(Work work) {
    if (discarded(work)) {
      return Disposition.DISCARDED;
    }
    return work.observed
        ? Disposition.FILTERED
        : work.wroteAtAll() ? Disposition.APPLIED : Disposition.EQUAL;
  }

  private static boolean discarded(Work work) {
    List<Instruction> said = work.request.instructions();
    return !said.isEmpty() && said.get(said.size() - 1) instanceof Instruction.Discard;
  }
}
