package io.weft.activities.hint;

import io.weft.activities.store.LinkStore;
import io.weft.activities.store.ParkedStore;
import io.weft.activities.store.ParkedStore.Parked;
import io.weft.workflows.pass.Hint;
import io.weft.workflows.pass.Origin;
import io.weft.workflows.record.RecordRef;
import io.weft.workflows.record.SyncObjectName;
import io.weft.workflows.sync.ParkActivities.ParkedWork;
import io.weft.workflows.sync.WorkflowIds;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Newcomers that wait for a person, and whose question is answered elsewhere, by a review or a
 * load: they look again by themselves. One that cannot be told stays parked. Thread-safe; safe to
 * repeat.
 */
public final class Answered {
  private static final Logger log = LoggerFactory.getLogger(Answered.class);

  /** More wait hardly ever; the rest is told with the next load, or by hand. */
  private static final int MOST = 10_000;

  private final ParkedStore parked;
  private final LinkStore links;
  private final Runs runs;
  private final Clock clock;

  public Answered(ParkedStore parked, LinkStore links, Runs runs, Clock clock) {
    this.parked = parked;
    this.links = links;
    this.runs = runs;
    this.clock = clock;
  }

  /** Has those of these records look again that wait. */
  public void tell(List<RecordRef> records) {
    records.stream().filter(this::waits).forEach(this::wake);
  }

  /** Has those of the object look again that wait, although they are linked by now. */
  public void tellLinked(SyncObjectName object) {
    parked.list(null, null, object.slug(), null, MOST).stream()
        .map(Parked::work)
        .flatMap(work -> newcomer(work).stream())
        .filter(record -> !links.linksOf(record).isEmpty())
        .forEach(this::wake);
  }

  /** Empty where it is a pair that waits. */
  private static Optional<RecordRef> newcomer(ParkedWork work) {
    try {
      return Optional.of(RecordRef.parse(work.record()))
          .filter(record -> WorkflowIds.introduction(record).equals(work.workflowId()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean waits(RecordRef record) {
    return parked.find(WorkflowIds.introduction(record)).isPresent();
  }

  private void wake(RecordRef record) {
    try {
      runs.introduce(Hint.of(record, Origin.OPERATOR, clock.instant()));
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("record", record.path())
          .setCause(e)
          .log("A parked newcomer could not be told of a decision; weft parked retry does it");
    }
  }
}
