package io.weft.activities.load;

import io.weft.activities.store.Link;
import io.weft.activities.store.LoadMove;
import io.weft.activities.store.LoadPair;
import io.weft.activities.store.LoadPair.Outcome;
import io.weft.activities.store.LoadPair.State;
import io.weft.activities.store.LoadPlace;
import io.weft.workflows.load.LoadActivities.LoadStep;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares both sides of every linked pair once more, as they are now, with what its pass found to
 * be in step. What has moved since is brought in step again; what somebody else has in hand, or
 * what does not answer, waits and is left to the ordinary work.
 */
final class Verify {
  /** So many batches in a page, because nobody begins another page before all of it is read. */
  private static final int MANY = 4;

  /** So many are compared with one request to each system: reading holds nobody up. */
  private static final int LOOK = 240;

  private final Subject subject;
  private final Tools tools;
  private final Mail mail;
  private final Steps steps;
  private final SecondLooks looks;
  private final Agreement agreement;

  Verify(Subject subject, Tools tools, Steps.Who who) {
    this.subject = subject;
    this.tools = tools;
    this.mail = new Mail(subject, tools);
    this.steps = new Steps(subject, tools, mail, who);
    this.looks = new SecondLooks(subject, tools, steps);
    this.agreement = new Agreement(subject, tools.stores());
  }

  LoadStep run(Shift shift) {
    Stage stage = new Stage(tools.stores().loads(), subject.load(), Names.VERIFIED);
    boolean complete = stage.work(shift, (place, move) -> page(place, move, shift));
    long total = new Totals(tools.stores().loads().counts(subject.load())).sum("pair/");
    return new LoadStep(complete, stage.handled(), total, null);
  }

  private void page(LoadPlace place, LoadMove move, Shift shift) {
    looks.look(shift, tools.crew(), MANY);
    int most = MANY * tools.batch();
    List<LoadPair> page = tools.stores().pairs().page(subject.load(), Stage.sequence(place), most);
    List<Link> linked = linked(page, move);
    List<Link> moved = moved(linked);
    move.counts().add(Names.LINKED_NOW, linked.size());
    move.counts().add(Names.EQUAL, linked.size() - (long) moved.size());
    ends(moved, shift).forEach((pair, end) -> count(pair, end, move));
    boolean last = page.size() < most;
    String to = page.isEmpty() ? place.at() : String.valueOf(page.get(page.size() - 1).sequence());
    tools.stores().loads().move(move.to(to, last, page.size()));
  }

  private List<Link> moved(List<Link> linked) {
    return tools.crew().all(Pieces.of(linked, LOOK), agreement::missing).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Whoever works on a pair at this very moment is mostly done when the others are. */
  private Map<PairId, End> ends(List<Link> moved, Shift shift) {
    Map<PairId, End> ends = sideBySide(moved.stream().map(Link::pair).toList(), shift);
    List<PairId> later = new ArrayList<>();
    ends.forEach(
        (pair, end) -> {
          if (end.state() == State.LATER) {
            later.add(pair);
          }
        });
    if (later.size() < ends.size()) { // else there is no sense in asking again at once
      ends.putAll(sideBySide(later, shift));
    }
    return ends;
  }

  private Map<PairId, End> sideBySide(List<PairId> pairs, Shift shift) {
    Map<PairId, End> ends = new LinkedHashMap<>();
    tools.echoes().expect(pairs);
    List<List<PairId>> pieces = Pieces.of(pairs, Pieces.length(subject.object()));
    tools.crew().all(pieces, piece -> steps.run(piece, shift)).forEach(ends::putAll);
    return ends;
  }

  private void count(PairId pair, End end, LoadMove move) {
    if (end.state() == State.LATER) {
      mail.leaveToOrdinaryWork(pair);
      move.counts().add(Names.WAITING_SINCE, pair.path());
    } else if (end.outcome() == Outcome.PARKED) {
      move.counts().add(Names.PARKED_SINCE);
    } else if (end.outcome() != Outcome.ENDED) {
      move.counts().add(Names.EQUAL);
    }
  }

  /** The links of those that were brought in step; one without a link is unexplained. */
  private List<Link> linked(List<LoadPair> page, LoadMove move) {
    List<LoadPair> inStep = page.stream().filter(Verify::isInStep).toList();
    Map<String, Link> byAccount = links(Side.CREATIO, inStep, LoadPair::creatioKey);
    Map<String, Link> byCustomer = links(Side.D365, inStep, LoadPair::d365Key);
    Map<PairId, Link> linked = new LinkedHashMap<>();
    for (LoadPair one : inStep) {
      Link link = byAccount.get(String.valueOf(one.creatioKey()));
      link = link == null ? byCustomer.get(String.valueOf(one.d365Key())) : link;
      if (link == null) {
        move.counts().add(Names.UNEXPLAINED, "pair " + one.sequence() + " has no link");
      } else {
        linked.put(link.pair(), link);
      }
    }
    return new ArrayList<>(linked.values());
  }

  private Map<String, Link> links(
      Side side, List<LoadPair> pairs, Function<LoadPair, @Nullable String> key) {
    List<String> keys = new ArrayList<>();
    for (LoadPair pair : pairs) {
      String one = key.apply(pair);
      if (one != null) {
        keys.add(Objects.requireNonNull(one));
      }
    }
    return tools.stores().records().links(subject.load(), side, keys);
  }

  private static boolean isInStep(LoadPair pair) {
    Outcome outcome = pair.outcome();
    return pair.state() == State.DONE && outcome != null && Outcomes.isInStep(outcome);
  }
}
