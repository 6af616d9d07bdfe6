package io.weft.activities.load;

import io.weft.activities.store.HintStore;
import io.weft.activities.store.Link;
import io.weft.activities.store.LoadPair;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hints between a load and the ordinary work: what was held back for a record is taken over by its
 * pair, and what the load leaves to a person is hinted at.
 */
final class Mail {
  private final Subject subject;
  private final HintStore hints;
  private final Consumer<List<Hint>> tell;
  private final Clock clock;

  Mail(Subject subject, Tools tools) {
    this.subject = subject;
    this.hints = tools.hints();
    this.tell = tools.tell();
    this.clock = tools.clock();
  }

  /**
   * Hints that waited for one of the records now wait for their pass, which covers them. Nobody
   * else is told: it would start a run of its own for each pair of the load.
   */
  void takeOver(List<Link> links) {
    List<RecordRef> records = new ArrayList<>();
    for (Link link : links) {
      for (Side side : Side.values()) {
        records.add(link.record(side));
      }
    }
    hints.takenOver(records);
  }

  /** The ordinary work looks at a pair, and parks it where a person is needed. */
  void leaveToOrdinaryWork(PairId pair) {
    leaveToOrdinaryWork(List.of(pair));
  }

  /** It looks at each of these pairs. */
  void leaveToOrdinaryWork(List<PairId> pairs) {
    if (!pairs.isEmpty()) {
      tell.accept(
          pairs.stream().map(one -> hint(RecordRef.creatio(one.object(), one.key()))).toList());
    }
  }

  /** The ordinary work looks at records that are not linked: once the load is closed. */
  void leaveToOrdinaryWork(LoadPair one) {
    List<Hint> all = new ArrayList<>();
    if (one.creatioKey() != null) {
      all.add(hint(subject.record(Side.CREATIO, one.creatioKey())));
    }
    if (one.d365Key() != null) {
      all.add(hint(subject.record(Side.D365, one.d365Key())));
    }
    tell.accept(all);
  }

  private Hint hint(RecordRef record) {
    return Hint.of(record, Origin.LOAD, clock.instant());
  }
}
