package io.weft.activities.pass;

import io.weft.activities.merge.Base;
import io.weft.activities.object.StateOnRecord;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore;
import io.weft.activities.store.Provisional;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.Both;
import io.weft.workflows.record.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of announced writes that nobody heard of again, by looking at their
 * targets. Until that is known, nothing is planned for the record: a late commit would overwrite
 * whatever came after (docs/protocol.md, rows 3 to 5 and 8).
 */
public final class OpenIntents {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final PassStore store;
  private final Clock clock;
  private final OwnUser ownUser;

  OpenIntents(PassStore store, Clock clock, OwnUser ownUser) {
    this.store = store;
    this.clock = clock;
    this.ownUser = ownUser;
  }

  /** Closes every open intent of the sheet, or throws OutcomeUnknown with the time to wait. */
  void close(Work work) {
    for (Intent intent : work.sheet.openIntents()) {
      boolean ours = intent.pair().equals(work.link().pair()) || showsOnly(work, intent);
      Optional<Snapshot> found = ours ? look(work, intent) : Optional.empty();
      IntentResult result = ours ? judge(work, intent, found) : null;
      if (result == null) {
        throw new PassException.OutcomeUnknown(intent.target().path(), patience(intent));
      }
      note(work, intent, result, found);
    }
  }

  private @Nullable IntentResult judge(Work work, Intent intent, Optional<Snapshot> found) {
    if (showsOnly(work, intent)) {
      return result(intent, Outcome.UNKNOWN, "no answer came; it is told again when it changes");
    }
    return intent.kind() == Intent.Kind.CREATE
        ? judgeCreate(work, intent, found)
        : judgeUpdate(intent, found);
  }

  /** Told on the record, perhaps before it was linked. */
  private static boolean showsOnly(Work work, Intent intent) {
    StateOnRecord state = work.object.state();
    return state != null && intent.target().side() == Side.CREATIO && state.isOnly(intent.sent());
  }

  private static Optional<Snapshot> look(Work work, Intent intent) {
    if (Provisional.is(intent.target().key())) {
      return Optional.ofNullable(LookUp.anybodys(work, intent.sent()));
    }
    work.attempt.beforeSend();
    return work.object.records().of(intent.target().side()).read(intent.target());
  }

  private @Nullable IntentResult judgeCreate(Work work, Intent intent, Optional<Snapshot> found) {
    if (found.isPresent() && Provisional.is(intent.target().key())) {
      // Whoever has it now: the write arrived. Its number is ours only while nobody else has it.
      boolean taken = LookUp.taker(work, found.get()) != null;
      work.d365Key = taken ? work.d365Key : found.get().record().key();
      return result(intent, Outcome.PRESUMED, "no answer came, and it was found by our reference");
    }
    if (found.isPresent()) {
      return work.object.lifecycle().isOurs(intent.sent(), found.get())
          ? result(intent, Outcome.PRESUMED, "no answer came, and the record was found as sent")
          : result(intent, Outcome.REFUSED, "the key was found taken by another record");
    }
    return over(intent)
        ? result(intent, Outcome.UNKNOWN, "no answer came, and no such record was found in time")
        : null;
  }

  private @Nullable IntentResult judgeUpdate(Intent intent, Optional<Snapshot> found) {
    if (found.isEmpty()) {
      return over(intent)
          ? result(intent, Outcome.UNKNOWN, "no answer came, and the record is gone since")
          : null;
    }
    Snapshot now = found.get();
    if (now.fields().with(intent.sent()).equals(now.fields())) {
      return presumable(intent, now)
          ? result(intent, Outcome.PRESUMED, "no answer came, and the values were found there")
          : null;
    }
    boolean moved = !now.version().equals(intent.guard());
    if (over(intent)) {
      return moved
          ? result(intent, Outcome.UNKNOWN, "no answer came, and the record has moved on since")
          : result(intent, Outcome.REFUSED, "never arrived: the record had not moved in time");
    }
    boolean guarded = intent.target().side() == Side.D365;
    return guarded && moved && clock.instant().isAfter(intent.deadline())
        ? result(intent, Outcome.UNKNOWN, "no answer came, and the row version has moved on since")
        : null;
  }

  /** A value that a user typed looks the same; in Creatio only our own stamp or time tells. */
  private boolean presumable(Intent intent, Snapshot now) {
    return intent.target().side() == Side.D365 || ownUser.is(now.modifiedBy()) || over(intent);
  }

  private void note(Work work, Intent intent, IntentResult result, Optional<Snapshot> found) {
    Side target = intent.target().side();
    if (intent.kind() == Intent.Kind.UPKEEP) {
      // Its audit row and what the link remembers of it belong together: both in the settlement.
      work.results.add(result);
      if (target == Side.D365) {
        work.upkeepDone(intent.sent(), result.outcome() == Outcome.PRESUMED);
      }
      return;
    }
    boolean ours = intent.pair().equals(work.link().pair()); // else the store sees to its bases
    if (ours && result.outcome() == Outcome.PRESUMED) {
      work.bases = confirmed(work, target, arrived(intent, found), intent.counterpart());
      work.wrote = true;
    } else if (ours && result.outcome() == Outcome.UNKNOWN && intent.kind() == Intent.Kind.UPDATE) {
      work.bases = doubted(work, target, intent);
    }
    if (Provisional.is(intent.target().key())) {
      work.results.add(result); // together with the number, by which it is known from then on
      return;
    }
    Both<@Nullable Base> none = new Both<>(null, null);
    store.confirm(work.sheet, List.of(result), ours ? work.bases : none, new Both<>(null, null));
  }

  /**
   * The target may have shown the value in between. What it was made from had moved before, so that
   * its own base tells nothing, either: back at it, it has moved once more.
   */
  private static Both<@Nullable Base> doubted(Work work, Side target, Intent intent) {
    Both<@Nullable Base> bases =
        work.bases.with(target, work.base(target).doubting(intent.sent().names()));
    Base source = work.bases.of(target.other());
    return source == null
        ? bases
        : bases.with(target.other(), source.doubting(intent.counterpart().names()));
  }

  /**
   * A new record may have been cut off in the middle, a part of it never sent: what is empty there
   * counts as never compared, and is filled. Taken for known it would look like a user's deletion.
   */
  private static Fields arrived(Intent intent, Optional<Snapshot> found) {
    if (intent.kind() != Intent.Kind.CREATE || found.isEmpty()) {
      return intent.sent();
    }
    Fields there = found.get().fields();
    return intent
        .sent()
        .only(intent.sent().names().stream().filter(n -> !there.get(n).isAbsent()).toList());
  }

  private static Both<@Nullable Base> confirmed(
      Work work, Side target, Fields sent, Fields counterpart) {
    return new Both<@Nullable Base>(work.base(Side.CREATIO), work.base(Side.D365))
        .with(target, work.base(target).noting(sent))
        .with(target.other(), work.base(target.other()).noting(counterpart));
  }

  private boolean over(Intent intent) {
    return !clock.instant().isBefore(intent.horizon());
  }

  private Duration patience(Intent intent) {
    Instant now = clock.instant();
    Duration left = Duration.between(now, intent.horizon()).dividedBy(8);
    return left.compareTo(SHORTEST) < 0 ? SHORTEST : left.compareTo(LONGEST) > 0 ? LONGEST : left;
  }

  private static IntentResult result(Intent intent, Outcome outcome, String note) {
    return new IntentResult(intent.id(), outcome, note);
  }

  /** Tells our own integration user in Creatio from everybody else. */
  public interface OwnUser {
    boolean is(@Nullable String modifiedBy);
  }
}
