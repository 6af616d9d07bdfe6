package io.weft.activities.pass;

import io.weft.activities.failure.RemoteException;
import io.weft.activities.merge.Plan;
import io.weft.activities.object.Records.Writing;
import io.weft.activities.store.Each;
import io.weft.activities.store.Intent;
import io.weft.activities.store.IntentResult;
import io.weft.activities.store.IntentResult.Outcome;
import io.weft.activities.store.PassStore.Announcement;
import io.weft.activities.store.PassStore.Confirmation;
import io.weft.activities.store.Sheet;
import io.weft.activities.value.Fields;
import io.weft.activities.value.Snapshot;
import io.weft.workflows.record.PairId;
import io.weft.workflows.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The writes of a chunk to one side: all announced, all sent, all read back, all confirmed. What
 * got no answer keeps its open intent: its pair is looked at before anything is sent again.
 */
final class Sendings {
  private final Chunk chunk;
  private final BatchPass.Tools tools;

  Sendings(Chunk chunk, BatchPass.Tools tools) {
    this.chunk = chunk;
    this.tools = tools;
  }

  /**
   * One write of one pair.
   *
   * @param news how the record stands by it, which goes along; null for nothing
   */
  private record Sending(Work work, Intent intent, Showing.@Nullable News news) {
    Writing writing() {
      Side side = intent.target().side();
      Fields shown = news == null ? Fields.none() : news.fields();
      return new Writing(intent.target(), intent.sent(), work.now.of(side), shown);
    }

    Announcement announcement() {
      return new Announcement(work.sheet, List.of(intent));
    }
  }

  /** Sends what these plans want written to one side; returns those for which a record was made. */
  List<Work> send(Map<Work, Plan> plans, Side side) {
    List<Sending> sendings = announced(wanted(plans, side));
    if (sendings.isEmpty()) {
      return List.of();
    }
    stillTime(sendings);
    List<Writing> writings = sendings.stream().map(Sending::writing).toList();
    List<Optional<RemoteException>> stopped =
        works(sendings).get(0).object.records().of(side).writeAll(writings);
    List<Sending> done = new ArrayList<>();
    Map<Sending, RemoteException> failures = new LinkedHashMap<>();
    for (int i = 0; i < sendings.size(); i++) {
      Sending sending = sendings.get(i);
      stopped.get(i).ifPresentOrElse(e -> failures.put(sending, e), () -> done.add(sending));
    }
    List<Work> created = verified(done, side);
    refused(failures);
    return created;
  }

  private List<Sending> wanted(Map<Work, Plan> plans, Side side) {
    List<Sending> wanted = new ArrayList<>();
    for (Work work : chunk.still(List.copyOf(plans.keySet()))) {
      Plan plan = plans.get(work);
      boolean refused = work.stopped;
      if (plan != null && !refused) {
        sending(work, side, plan).ifPresent(wanted::add);
      }
    }
    return wanted;
  }

  private Optional<Sending> sending(Work work, Side side, Plan plan) {
    Optional<Showing.News> news =
        side == Side.CREATIO ? tools.showing().along(work) : Optional.empty();
    Fields shown = news.map(Showing.News::fields).orElse(Fields.none());
    return IntentDraft.whole(work, side, plan, shown)
        .map(intent -> new Sending(work, intent, news.orElse(null)));
  }

  private List<Sending> announced(List<Sending> sendings) {
    if (sendings.isEmpty()) {
      return sendings;
    }
    sendings.get(0).work().attempt.beforeSend();
    List<Each<Sheet>> stored =
        tools.store().announceAll(sendings.stream().map(Sending::announcement).toList());
    return kept(sendings, stored);
  }

  /** Those that the store took; the others were overtaken. */
  private List<Sending> kept(List<Sending> sendings, List<Each<Sheet>> stored) {
    List<Sending> kept = new ArrayList<>();
    for (int i = 0; i < sendings.size(); i++) {
      if (stored.get(i) instanceof Each.LeftOut<Sheet> out) {
        chunk.ended(sendings.get(i).work(), out.why());
      } else {
        kept.add(sendings.get(i));
      }
    }
    return kept;
  }

  /** What ends the attempt here leaves nothing unknown. */
  private void stillTime(List<Sending> sendings) {
    try {
      sendings.get(0).work().attempt.beforeSend();
    } catch (RuntimeException e) {
      confirm(
          sendings,
          s ->
              WriteResults.all(
                  List.of(s.intent()), Outcome.NOT_SENT, "the attempt ended before it"));
      throw e;
    }
  }

  private List<Work> verified(List<Sending> done, Side side) {
    done.forEach(sending -> sending.work().wrote = true);
    Map<PairId, Long> marks =
        tools.store().marks(done.stream().map(s -> s.work().link().pair()).toList());
    List<Optional<Snapshot>> shown = chunk.read(works(done), side);
    Map<Sending, IntentResult> results = new LinkedHashMap<>();
    for (int i = 0; i < done.size(); i++) {
      Sending sending = done.get(i);
      long mark = marks.getOrDefault(sending.work().link().pair(), 0L);
      results.put(sending, judged(sending, shown.get(i).orElse(null), mark));
    }
    List<Sending> confirmed =
        confirm(done, s -> Optional.ofNullable(results.get(s)).stream().toList());
    return confirmed.stream()
        .filter(s -> s.intent().kind() == Intent.Kind.CREATE)
        .map(Sending::work)
        .toList();
  }

  private static IntentResult judged(Sending sending, @Nullable Snapshot after, long mark) {
    Work work = sending.work();
    Side side = sending.intent().target().side();
    Snapshot before = work.now.of(side);
    work.show(side, after);
    Intent intent = sending.intent();
    if (sending.news() != null) {
      Showing.noted(work, sending.news().told());
    }
    return ReadBack.judge(work, intent, intent.sent(), before, after, mark);
  }

  /** A refusal closes the intent; a lost answer leaves it open for the next attempt to look. */
  private void refused(Map<Sending, RemoteException> failures) {
    List<Sending> certain =
        failures.keySet().stream().filter(s -> !results(s, failures).isEmpty()).toList();
    confirm(certain, s -> results(s, failures));
    failures.forEach(
        (sending, failure) -> {
          sending.work().stopped = true;
          if (!chunk.still(List.of(sending.work())).isEmpty()) {
            stopped(sending, failure);
          }
        });
  }

  /** What was refused together with how the record stands may be welcome without that. */
  private void stopped(Sending sending, RemoteException failure) {
    if (sending.news() != null && failure instanceof RemoteException.Rejected) {
      chunk.leave(sending.work());
    } else {
      chunk.stopped(sending.work(), failure);
    }
  }

  private static List<IntentResult> results(
      Sending sending, Map<Sending, RemoteException> failures) {
    RemoteException failure = failures.get(sending);
    return failure == null
        ? List.of()
        : WriteResults.nothingDone(List.of(sending.intent()), failure);
  }

  private List<Sending> confirm(
      List<Sending> sendings, Function<Sending, List<IntentResult>> results) {
    if (sendings.isEmpty()) {
      return sendings;
    }
    List<Confirmation> confirmations =
        sendings.stream()
            .map(s -> new Confirmation(s.work().sheet, results.apply(s), s.work().bases))
            .toList();
    return kept(sendings, tools.store().confirmAll(confirmations));
  }

  private static List<Work> works(List<Sending> sendings) {
    return sendings.stream().map(Sending::work).toList();
  }
}
